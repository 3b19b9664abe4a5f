using AgentFunctions.Domain.Agents;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Domain.Resources;

namespace AgentFunctions.Domain.Tests.Principals;

public sealed class NameTests
{
    public static TheoryData<string> Legal => ["a", "*", "/ \\ # ? %", "Jürgen Müller", "\ud83d\ude00", "a\ud83d\ude00b", "https://client.example/metadata.json", new string('x', Name.MaxIdLength)];

    public static TheoryData<string> Illegal =>
        [string.Empty, "\0", "a\nb", "\u007f", "\u0085", "\ud800", "\udc00", "a\ud800", "\ud800b", "\ude00\ud83d", "\ud83d\ud83d\ude00", new string('x', Name.MaxIdLength + 1)];

    [Theory]
    [MemberData(nameof(Legal))]
    public void Printable_text_is_a_name(string text)
    {
        AgentId.TryParse(text, out var agent).ShouldBeTrue();
        agent.ToString().ShouldBe(text);
        agent.Principal.ShouldBe(new PrincipalId("agent", text));
        PersonId.TryParse(text, out var person).ShouldBeTrue();
        person.ToString().ShouldBe(text);
        person.IsNobody.ShouldBeFalse();
        PrincipalId.TryParse("user", text, out var principal).ShouldBeTrue();
        principal.ToString().ShouldBe($"user:{text}");
        ResourceId.TryParse("document", text, out var resource).ShouldBeTrue();
        resource.ToString().ShouldBe($"document:{text}");
    }

    [Theory]
    [InlineData(null)]
    [MemberData(nameof(Illegal))]
    public void Everything_else_is_no_name_and_names_nobody(string? text)
    {
        AgentId.TryParse(text, out var agent).ShouldBeFalse();
        agent.Value.ShouldBeEmpty();
        PersonId.TryParse(text, out var person).ShouldBeFalse();
        person.IsNobody.ShouldBeTrue();
        PrincipalId.TryParse("user", text, out var principal).ShouldBeFalse();
        principal.ShouldBe(new PrincipalId(string.Empty, string.Empty));
        ResourceId.TryParse("document", text, out var resource).ShouldBeFalse();
        resource.ShouldBe(new ResourceId(string.Empty, string.Empty));
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Types_are_long_up_to_their_bound(int length, bool legal)
    {
        PrincipalId.TryParse(new string('x', length), "id", out _).ShouldBe(legal);
        ResourceId.TryParse(new string('x', length), "id", out _).ShouldBe(legal);
    }

    [Theory]
    [InlineData("user", true, false)]
    [InlineData("identity", true, false)]
    [InlineData("agent", false, true)]
    [InlineData("device", false, false)]
    public void Types_say_who_is_a_person_and_who_an_agent(string type, bool person, bool agent)
    {
        var id = new PrincipalId(type, "x");

        id.IsPerson.ShouldBe(person);
        id.IsAgent.ShouldBe(agent);
    }

    [Fact]
    public void A_persons_principal_is_a_user() => (PersonId.TryParse("olga", out var id) ? id.Principal : null).ShouldBe(new PrincipalId("user", "olga"));
}
