using AgentFunctions.Hosting;

namespace AgentFunctions.Tests.Hosting;

/// <summary>Codes are stable and documented.</summary>
public sealed class ProblemTests
{
    [Fact]
    public void Every_code_is_documented_with_its_status_and_nothing_else_is()
    {
        var documented = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "problems.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => $"{cells[1].Trim('`')} {cells[2]}");

        var codes = Enum.GetValues<ProblemCode>().Select(ProblemKind.Of).Select(kind => $"{kind.Name} {kind.Status}");

        documented.Order(StringComparer.Ordinal).ShouldBe(codes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_code_is_its_name_in_snake_case()
    {
        foreach (var code in Enum.GetValues<ProblemCode>())
        {
            ProblemKind.Of(code).Name.Replace("_", "", StringComparison.Ordinal).ShouldBe(code.ToString(), StringCompareShould.IgnoreCase);
        }
    }

    [Fact]
    public void Titles_are_lower_case_without_a_full_stop() =>
        Enum.GetValues<ProblemCode>().Select(code => ProblemKind.Of(code).Title)
            .ShouldAllBe(title => char.IsLower(title[0]) && !title.EndsWith('.'));
}
