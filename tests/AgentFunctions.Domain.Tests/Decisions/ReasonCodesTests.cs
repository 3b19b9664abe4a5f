using AgentFunctions.Domain.Decisions;

namespace AgentFunctions.Domain.Tests.Decisions;

public sealed class ReasonCodesTests
{
    private static readonly string Documentation = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "reasons.md"));

    public static TheoryData<ReasonCode> Codes => [.. Enum.GetValues<ReasonCode>()];

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_name_is_the_code_in_snake_case(ReasonCode code)
    {
        var expected = string.Concat(code.ToString().Select((c, i) => char.IsUpper(c) ? $"{(i == 0 ? string.Empty : "_")}{char.ToLowerInvariant(c)}" : $"{c}"));

        ReasonCodes.NameOf(code).ShouldBe(expected);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_is_documented(ReasonCode code) => Documentation.ShouldContain($"| `{ReasonCodes.NameOf(code)}` | ");

    [Fact]
    public void The_documentation_is_in_the_order_of_reasons()
    {
        var places = Enum.GetValues<ReasonCode>().Select(code => Documentation.IndexOf($"| `{ReasonCodes.NameOf(code)}` | ", StringComparison.Ordinal));

        places.ShouldBeInOrder();
    }

    [Fact]
    public void What_is_no_code_has_no_name() => Should.Throw<ArgumentOutOfRangeException>(() => ReasonCodes.NameOf((ReasonCode)999)).Message.ShouldContain("not a reason code");
}
