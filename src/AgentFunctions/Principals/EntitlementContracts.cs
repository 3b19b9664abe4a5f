using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Hosting;
using AgentFunctions.Hosting.Storage.Versions;

namespace AgentFunctions.Principals;

/// <summary>Entitlements and guardrails on the wire: as <see cref="EntitlementJson"/> says, and no larger than a ledger entry takes.</summary>
internal static class EntitlementContracts
{
    /// <param name="document">May leave its `id` out: the path says it. One that says another id is refused.</param>
    public static BodyOutcome<Entitlement> Read(AttributeMap document, string id, bool isGuardrail)
    {
        var members = new Dictionary<string, AttributeValue>(document.Members, StringComparer.Ordinal);
        _ = members.TryAdd("id", AttributeObject.Text(id));
        var whole = new AttributeValue.Map(new AttributeMap(members));
        var parse = isGuardrail ? EntitlementJson.ParseGuardrail(whole) : EntitlementJson.Parse(whole);
        return parse switch
        {
            JsonParse<Entitlement>.Refused refused => Refused(refused.Pointer, refused.Why),
            JsonParse<Entitlement>.Accepted accepted when accepted.Value.Id != id => Refused("/id", "must be the id in the path"),
            JsonParse<Entitlement>.Accepted accepted when IsTooLarge(accepted.Value) => Refused(string.Empty, $"must not be longer than {EntitlementRows.MaxBytes} bytes"),
            JsonParse<Entitlement>.Accepted accepted => new BodyOutcome<Entitlement>.Accepted(accepted.Value),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public static bool IsTooLarge(Entitlement entitlement) =>
        CanonicalJson.LengthOf(EntitlementJson.Print(entitlement)) > EntitlementRows.MaxBytes;

    /// <summary>`{"version", "entitlements": [{..., "version"}], "next"}`: `version` in an item is its entity tag.</summary>
    public static AttributeValue Print(string name, RowPage page)
    {
        var items = new AttributeValue.List([.. page.Rows.Select(PrintItem)]);
        return page.Next.Length == 0
            ? AttributeObject.Of(("version", AttributeObject.Number(page.Version)), (name, items))
            : AttributeObject.Of(("version", AttributeObject.Number(page.Version)), (name, items), ("next", AttributeObject.Text(page.Next)));
    }

    private static AttributeValue.Map PrintItem(VersionedRow row) =>
        new(EntitlementRows.PrintMap(EntitlementRows.Read(row)).With("version", AttributeObject.Number(row.ValidFrom)));

    private static BodyOutcome<Entitlement>.Refused Refused(string pointer, string why) => new(DocumentProblem.Of(pointer, why));
}
