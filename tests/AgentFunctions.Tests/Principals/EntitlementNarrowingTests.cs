using System.Text;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Principals;

namespace AgentFunctions.Tests.Principals;

public sealed class EntitlementNarrowingTests
{
    private const string Allow = """ "effect":"allow","actions":["read","list"],"resource":{"type":"document","id":"hr/*"},"expires_at":"2027-01-01T00:00:00Z" """;
    private const string Deny = """ "effect":"deny","actions":["read"],"resource":{"type":"document","id":"hr/*"},"expires_at":"2027-01-01T00:00:00Z" """;
    private const string Own = ""","condition":{"eq":[{"path":"resource.properties.owner"},{"path":"subject.properties.email"}]} """;

    public static TheoryData<string, string, string, bool> Edits => new()
    {
        { "a new allow", "", Allow, false },
        { "a new denial", "", Deny, true },
        { "an allow gone", Allow, "", true },
        { "a denial gone", Deny, "", false },
        { "the same", Allow, Allow, true },
        { "fewer actions of an allow", Allow, Allow.Replace(",\"list\"", "", StringComparison.Ordinal), true },
        { "more actions of an allow", Allow, Allow.Replace("\"list\"", "\"list\",\"delete\"", StringComparison.Ordinal), false },
        { "a pattern for an action of an allow", Allow, Allow.Replace("\"list\"", "\"l*\"", StringComparison.Ordinal), false },
        { "a smaller resource of an allow", Allow, Allow.Replace("hr/*", "hr/salaries/*", StringComparison.Ordinal), true },
        { "a larger resource of an allow", Allow, Allow.Replace("hr/*", "*", StringComparison.Ordinal), false },
        { "any type for an allow", Allow, Allow.Replace("document", "*", StringComparison.Ordinal), false },
        { "an earlier end of an allow", Allow, Allow.Replace("2027", "2026", StringComparison.Ordinal), true },
        { "a later end of an allow", Allow, Allow.Replace("2027", "2028", StringComparison.Ordinal), false },
        { "no end of an allow", Allow, Allow.Replace(""","expires_at":"2027-01-01T00:00:00Z" """, "", StringComparison.Ordinal), false },
        { "a purpose for an allow of any", Allow, Allow + ""","purpose":"payroll" """, true },
        { "any purpose for an allow of one", Allow + ""","purpose":"payroll" """, Allow, false },
        { "another purpose", Allow + ""","purpose":"payroll" """, Allow + ""","purpose":"audit" """, false },
        { "a condition for an allow without one", Allow, Allow + Own, true },
        { "no condition for an allow with one", Allow + Own, Allow, false },
        { "another condition of an allow", Allow + Own, Allow + Own.Replace("email", "mail", StringComparison.Ordinal), false },
        { "a condition for a denial without one", Deny, Deny + Own, false },
        { "no condition for a denial with one", Deny + Own, Deny, true },
        { "an obligation more", Allow, Allow + ""","obligations":[{"id":"o","type":"log"}] """, true },
        { "an obligation less", Allow + ""","obligations":[{"id":"o","type":"log"}] """, Allow, false },
        { "an allow made a challenge", Allow, Allow.Replace("\"allow\"", "\"challenge\"", StringComparison.Ordinal), true },
        { "an allow made a denial", Allow, Allow.Replace("\"allow\"", "\"deny\"", StringComparison.Ordinal), true },
        { "a denial made a challenge", Deny, Deny.Replace("\"deny\"", "\"challenge\"", StringComparison.Ordinal), false },
        { "a denial made an allow", Deny, Deny.Replace("\"deny\"", "\"allow\"", StringComparison.Ordinal), false },
        { "a challenge made a denial", Deny.Replace("\"deny\"", "\"challenge\"", StringComparison.Ordinal), Deny, true },
        { "a larger denial", Deny, Deny.Replace("hr/*", "*", StringComparison.Ordinal), true },
        { "a smaller denial", Deny, Deny.Replace("hr/*", "hr/salaries/*", StringComparison.Ordinal), false },
        { "an earlier end of a denial", Deny, Deny.Replace("2027", "2026", StringComparison.Ordinal), false },
        { "a later end of a denial", Deny, Deny.Replace("2027", "2028", StringComparison.Ordinal), true },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void Only_what_plainly_narrows_counts_as_narrowing(string edit, string before, string after, bool narrows) =>
        EntitlementNarrowing.IsPure(Parse(before), Parse(after)).ShouldBe(narrows, edit);

    private static Entitlement? Parse(string members) => members.Length == 0
        ? null
        : EntitlementJson.Parse(Value($$"""{"id":"e",{{members}}}""")).ShouldBeOfType<JsonParse<Entitlement>.Accepted>().Value;

    private static AttributeValue Value(string json) =>
        AttributeJson.Parse(Encoding.UTF8.GetBytes(json), 24).ShouldBeOfType<JsonParse<AttributeValue>.Accepted>().Value;
}
