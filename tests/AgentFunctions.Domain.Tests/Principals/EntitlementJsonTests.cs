using System.Text.Json;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Domain.Tests.Builders;

namespace AgentFunctions.Domain.Tests.Principals;

public sealed class EntitlementJsonTests
{
    private const string Minimal = """{"actions":["read"],"effect":"allow","id":"e","resource":{"id":"*","type":"document"}}""";

    [Theory]
    [InlineData(Minimal)]
    [InlineData("""{"actions":["read","wr*"],"effect":"challenge","id":"e/1","resource":{"id":"hr/*","type":"*"}}""")]
    [InlineData("""{"actions":["read"],"condition":{"eq":[{"path":"subject.id"},"x"]},"effect":"deny","expires_at":"2027-01-01T00:00:00.5Z","id":"e","obligations":[{"id":"log","properties":{"level":2},"type":"audit"},{"id":"b","properties":{},"type":"t"}],"purpose":"payroll","resource":{"id":"x","type":"y"}}""")]
    public void What_is_parsed_is_printed_again(string json) => CanonicalJson.ToText(EntitlementJson.Print(Accepted(json))).ShouldBe(json);

    [Fact]
    public void What_says_nothing_is_left_out() => CanonicalJson.ToText(EntitlementJson.Print(Accepted(
        """{"actions":["read"],"effect":"allow","id":"e","resource":{"id":"*","type":"document"},"condition":{"all":[]},"obligations":[]}"""))).ShouldBe(Minimal);

    [Fact]
    public void Obligations_without_properties_have_none() => Accepted(
        """{"actions":["read"],"effect":"allow","id":"e","resource":{"id":"*","type":"document"},"obligations":[{"id":"a","type":"b"}]}""")
            .Obligations.ShouldBe([new Obligation("a", "b", AttributeMap.Empty)]);

    [Theory]
    [InlineData("[]", "", "must be an object")]
    [InlineData("{}", "/id", "is missing")]
    [InlineData("""{"expires_att":"2027-01-01T00:00:00Z"}""", "/expires_att", "is not a known member")]
    [InlineData("""{"id":""}""", "/id", "must be printable text of 1 to 128 characters")]
    [InlineData("""{"id":5}""", "/id", "must be printable text of 1 to 128 characters")]
    [InlineData("""{"id":"a\u0000"}""", "/id", "must be printable text of 1 to 128 characters")]
    [InlineData("""{"id":"e"}""", "/effect", "is missing")]
    [InlineData("""{"id":"e","effect":"Allow"}""", "/effect", "must be allow, challenge or deny")]
    [InlineData("""{"id":"e","effect":true}""", "/effect", "must be allow, challenge or deny")]
    [InlineData("""{"id":"e","effect":"allow"}""", "/actions", "is missing")]
    [InlineData("""{"id":"e","effect":"allow","actions":[]}""", "/actions", "must be a list of 1 to 64 items")]
    [InlineData("""{"id":"e","effect":"allow","actions":"read"}""", "/actions", "must be a list of 1 to 64 items")]
    [InlineData("""{"id":"e","effect":"allow","actions":["a",""]}""", "/actions/1", "must be printable text of 1 to 128 characters")]
    [InlineData("""{"id":"e","effect":"allow","actions":["a","a"]}""", "/actions/1", "must not appear twice")]
    [InlineData("""{"id":"e","effect":"allow","actions":["a"]}""", "/resource", "is missing")]
    [InlineData("""{"id":"e","effect":"allow","actions":["a"],"resource":"x"}""", "/resource", "must be an object")]
    [InlineData("""{"id":"e","effect":"allow","actions":["a"],"resource":{"id":"x"}}""", "/resource/type", "is missing")]
    [InlineData("""{"id":"e","effect":"allow","actions":["a"],"resource":{"type":"x"}}""", "/resource/id", "is missing")]
    [InlineData("""{"id":"e","effect":"allow","actions":["a"],"resource":{"type":"","id":"x"}}""", "/resource/type", "must be printable text of 1 to 64 characters")]
    [InlineData("""{"id":"e","effect":"allow","actions":["a"],"resource":{"type":"x","id":"x","ids":1}}""", "/resource/ids", "is not a known member")]
    public void What_is_no_entitlement_is_refused_with_its_place(string json, string pointer, string why) =>
        EntitlementJson.Parse(Given.Json(json)).ShouldBe(new JsonParse<Entitlement>.Refused(pointer, why));

    [Theory]
    [InlineData("\"condition\":{}", "/condition", "must have exactly one operator")]
    [InlineData("\"condition\":null", "/condition", "must be an object")]
    [InlineData("\"purpose\":\"\"", "/purpose", "must be printable text of 1 to 256 characters")]
    [InlineData("\"purpose\":null", "/purpose", "must be printable text of 1 to 256 characters")]
    [InlineData("\"expires_at\":null", "/expires_at", "must be a point in time in utc as rfc 3339 writes it, ending in Z")]
    [InlineData("\"expires_at\":\"2027-01-01\"", "/expires_at", "must be a point in time in utc as rfc 3339 writes it, ending in Z")]
    [InlineData("\"expires_at\":\"2027-01-01T00:00:00+00:00\"", "/expires_at", "must be a point in time in utc as rfc 3339 writes it, ending in Z")]
    [InlineData("\"expires_at\":\"2027-99-01T00:00:00Z\"", "/expires_at", "must be a point in time in utc as rfc 3339 writes it, ending in Z")]
    [InlineData("\"obligations\":{}", "/obligations", "must be a list of 0 to 16 items")]
    [InlineData("\"obligations\":[5]", "/obligations/0", "must be an object")]
    [InlineData("\"obligations\":[{\"type\":\"t\"}]", "/obligations/0/id", "is missing")]
    [InlineData("\"obligations\":[{\"id\":\"a\"}]", "/obligations/0/type", "is missing")]
    [InlineData("\"obligations\":[{\"id\":\"a\",\"type\":\"t\",\"x\":1}]", "/obligations/0/x", "is not a known member")]
    [InlineData("\"obligations\":[{\"id\":\"a\",\"type\":\"t\",\"properties\":[]}]", "/obligations/0/properties", "must be an object")]
    [InlineData("\"obligations\":[{\"id\":\"a\",\"type\":\"t\"},{\"id\":\"a\",\"type\":\"u\"}]", "/obligations/1/id", "must not appear twice")]
    public void What_an_entitlement_may_say_is_checked_as_well(string member, string pointer, string why) =>
        EntitlementJson.Parse(Given.Json($"{Minimal[..^1]},{member}}}")).ShouldBe(new JsonParse<Entitlement>.Refused(pointer, why));

    [Theory]
    [InlineData("id", 128)]
    [InlineData("action", 128)]
    [InlineData("type", 64)]
    [InlineData("resource", 256)]
    [InlineData("purpose", 256)]
    [InlineData("obligation", 120)]
    [InlineData("obligation_type", 64)]
    [InlineData("properties", 4_096)]
    public void Texts_are_long_up_to_the_bound(string member, int bound)
    {
        (EntitlementJson.Parse(Sized(member, bound)) is JsonParse<Entitlement>.Accepted).ShouldBeTrue();
        (EntitlementJson.Parse(Sized(member, bound + 1)) is JsonParse<Entitlement>.Accepted).ShouldBeFalse();
    }

    [Theory]
    [InlineData("actions", 64)]
    [InlineData("obligations", 16)]
    public void Lists_are_long_up_to_the_bound(string list, int bound)
    {
        (EntitlementJson.Parse(Counted(list, bound)) is JsonParse<Entitlement>.Accepted).ShouldBeTrue();
        (EntitlementJson.Parse(Counted(list, bound + 1)) is JsonParse<Entitlement>.Accepted).ShouldBeFalse();
    }

    [Fact]
    public void A_guardrail_is_never_an_allow() =>
        EntitlementJson.ParseGuardrail(Given.Json(Minimal)).ShouldBe(new JsonParse<Entitlement>.Refused("/effect", "must be challenge or deny in a guardrail"));

    [Theory]
    [InlineData("challenge", Effect.Challenge)]
    [InlineData("deny", Effect.Deny)]
    public void A_guardrail_challenges_or_denies(string effect, Effect expected) =>
        EntitlementJson.ParseGuardrail(Given.Json(Minimal.Replace("allow", effect, StringComparison.Ordinal)))
            .ShouldBeOfType<JsonParse<Entitlement>.Accepted>().Value.Effect.ShouldBe(expected);

    [Fact]
    public void A_guardrail_is_checked_like_an_entitlement() =>
        EntitlementJson.ParseGuardrail(Given.Json("[]")).ShouldBe(new JsonParse<Entitlement>.Refused(string.Empty, "must be an object"));

    [Fact]
    public void An_element_is_read_as_strictly()
    {
        using var sound = JsonDocument.Parse(Minimal);
        using var twice = JsonDocument.Parse("""{"id":"a","id":"b"}""");
        using var wrong = JsonDocument.Parse("""{"id":1}""");
        using var deep = JsonDocument.Parse(new string('[', 30) + new string(']', 30));

        EntitlementJson.Parse(sound.RootElement).ShouldBeOfType<JsonParse<Entitlement>.Accepted>().Value.Id.ShouldBe("e");
        EntitlementJson.Parse(twice.RootElement).ShouldBe(new JsonParse<Entitlement>.Refused("/id", "must not appear twice"));
        EntitlementJson.Parse(wrong.RootElement).ShouldBeOfType<JsonParse<Entitlement>.Refused>().Pointer.ShouldBe("/id");
        EntitlementJson.Parse(deep.RootElement).ShouldBeOfType<JsonParse<Entitlement>.Refused>().Why.ShouldBe("is nested too deeply");
    }

    [Theory]
    [InlineData("allow", true, Effect.Allow)]
    [InlineData("challenge", true, Effect.Challenge)]
    [InlineData("deny", true, Effect.Deny)]
    [InlineData("", false, Effect.Deny)]
    [InlineData(null, false, Effect.Deny)]
    [InlineData("ALLOW", false, Effect.Deny)]
    public void Names_of_effects_are_exact(string? name, bool known, Effect expected)
    {
        EffectNames.TryParse(name, out var effect).ShouldBe(known);
        effect.ShouldBe(expected);
    }

    private static AttributeValue Sized(string member, int length)
    {
        string Text(string name, string usual) => name == member ? new string('x', length) : usual;
        var padding = new string('x', member == "properties" ? length - """{"a":""}""".Length : 1);
        return Given.Json($$"""
            {"id":"{{Text("id", "e")}}","effect":"allow","actions":["{{Text("action", "a")}}"],"resource":{"type":"{{Text("type", "t")}}","id":"{{Text("resource", "r")}}"},
             "purpose":"{{Text("purpose", "p")}}","obligations":[{"id":"{{Text("obligation", "o")}}","type":"{{Text("obligation_type", "t")}}","properties":{"a":"{{padding}}"} }]}
            """);
    }

    private static AttributeValue Counted(string list, int count)
    {
        var actions = string.Join(',', Enumerable.Range(0, list == "actions" ? count : 1).Select(i => $"\"{i}\""));
        var obligations = string.Join(',', Enumerable.Range(0, list == "obligations" ? count : 1).Select(i => $$"""{"id":"{{i}}","type":"t"}"""));
        return Given.Json($$"""{"id":"e","effect":"allow","actions":[{{actions}}],"resource":{"type":"t","id":"r"},"obligations":[{{obligations}}]}""");
    }

    private static Entitlement Accepted(string json) =>
        EntitlementJson.Parse(Given.Json(json)).ShouldBeOfType<JsonParse<Entitlement>.Accepted>().Value;
}
