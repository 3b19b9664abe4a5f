using AgentFunctions.Domain.Agents;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Domain.Resources;
using AgentFunctions.Hosting;

namespace AgentFunctions.Agents;

/// <summary>Agents on the wire and in ledger entries.</summary>
internal static class AgentContracts
{
    /// <summary>In UTF-16 code units.</summary>
    public const int MaxNameLength = 256;

    /// <summary>In UTF-16 code units; that of an entitlement's purpose.</summary>
    public const int MaxPurposeLength = 256;

    public static BodyOutcome<AgentId> ReadPath(string id) => PathSegment.TryParse(id, out var plain) && AgentId.TryParse(plain, out var agent)
        ? new BodyOutcome<AgentId>.Accepted(agent)
        : new BodyOutcome<AgentId>.Refused(new Problem(ProblemCode.InvalidPath));

    /// <summary>What is left out is the narrowest: no deputy, no autonomy, low tolerance.</summary>
    public static BodyOutcome<AgentDraft> Read(AttributeMap document) => DocumentReading.Read(document, json =>
    {
        json.AdmitOnly("owner", "deputy", "name", "purpose", "autonomy", "tolerance", "properties");
        var owner = json.Member("owner").Person();
        return new AgentDraft
        {
            Owner = owner,
            Deputy = json.Optional("deputy", member => ReadDeputy(member, owner), PersonId.Nobody),
            Name = json.Optional("name", member => member.PrintableText(MaxNameLength), string.Empty),
            Purpose = json.Optional("purpose", member => member.PrintableText(MaxPurposeLength), string.Empty),
            Autonomy = json.Optional("autonomy", DocumentReading.NameOf<Autonomy>, Autonomy.None),
            Tolerance = json.Optional("tolerance", DocumentReading.NameOf<Sensitivity>, Sensitivity.Low),
            Properties = json.Optional("properties", DocumentReading.Properties, AttributeMap.Empty),
        };
    });

    public static AttributeMap Print(AgentRow row)
    {
        var agent = row.Agent;
        var members = new Dictionary<string, AttributeValue>(StringComparer.Ordinal)
        {
            ["id"] = AttributeObject.Text(agent.Id.Value),
            ["status"] = AttributeObject.Text(WireName.Of(agent.Status)),
            ["owner"] = AttributeObject.Text(agent.Owner.Value),
            ["deputy_since"] = AttributeObject.Text(Rfc3339.Format(agent.DeputySince)),
            ["autonomy"] = AttributeObject.Text(WireName.Of(agent.Autonomy)),
            ["tolerance"] = AttributeObject.Text(WireName.Of(agent.Tolerance)),
            ["properties"] = new AttributeValue.Map(agent.Properties),
        };
        AddUnlessEmpty(members, "deputy", agent.Deputy.Value);
        AddUnlessEmpty(members, "name", row.Name);
        AddUnlessEmpty(members, "purpose", agent.Purpose);
        return new AttributeMap(members);
    }

    private static PersonId ReadDeputy(JsonCursor json, PersonId owner)
    {
        var deputy = json.Person();
        return deputy.IsNobody || deputy != owner ? deputy : json.Refuse(PersonId.Nobody, "must be somebody else than the owner");
    }

    private static void AddUnlessEmpty(Dictionary<string, AttributeValue> members, string name, string text)
    {
        if (text.Length > 0)
        {
            members.Add(name, AttributeObject.Text(text));
        }
    }
}
