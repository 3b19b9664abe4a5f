using AgentFunctions.Directory;
using AgentFunctions.Domain.Agents;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Delegations;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Hosting;

namespace AgentFunctions.Delegations;

/// <summary>Delegations on the wire, in rows and in ledger entries.</summary>
internal static class DelegationContracts
{
    /// <summary>Action names or patterns, and resource patterns: each at most so many.</summary>
    public const int MaxItems = 64;

    /// <summary>Of the whole document in canonical JSON, in bytes: what it was and what it becomes fit together in a ledger entry.</summary>
    public const int MaxBytes = 12 << 10;

    public static BodyOutcome<DelegationPath> ReadPath(string personId, string agentId) =>
        PersonContracts.ReadPath(personId) is BodyOutcome<PersonId>.Accepted { Value: var person }
        && PathSegment.TryParse(agentId, out var plain) && AgentId.TryParse(plain, out var agent)
            ? new BodyOutcome<DelegationPath>.Accepted(new(person, agent))
            : new BodyOutcome<DelegationPath>.Refused(new Problem(ProblemCode.InvalidPath));

    public static BodyOutcome<DelegationDraft> Read(AttributeMap document, DateTimeOffset now) => DocumentReading.Read(document, json =>
    {
        json.AdmitOnly("actions", "resources", "expires_at");
        if (CanonicalJson.LengthOf(json.Value) > MaxBytes)
        {
            _ = json.Refuse(0, $"must not be longer than {MaxBytes} bytes");
        }

        return new DelegationDraft(
            ReadDistinct(json.Member("actions"), action => action.PrintableText(EntitlementLimits.MaxActionLength)),
            ReadDistinct(json.Member("resources"), ResourcePatternJson.Read),
            ReadEnd(json.Member("expires_at"), now));
    });

    public static AttributeMap Print(Delegation delegation) => AttributeObject.Of(
        ("person_id", AttributeObject.Text(delegation.Delegator.Value)),
        ("agent_id", AttributeObject.Text(delegation.Agent.Value)),
        ("actions", AttributeObject.Texts(delegation.Actions)),
        ("resources", PrintPatterns(delegation.Resources)),
        ("expires_at", AttributeObject.Text(Rfc3339.Format(delegation.ExpiresAt)))).Members;

    public static AttributeValue PrintPatterns(IReadOnlyList<ResourcePattern> patterns) =>
        new AttributeValue.List([.. patterns.Select(ResourcePatternJson.Print)]);

    private static DateTimeOffset ReadEnd(JsonCursor json, DateTimeOffset now)
    {
        var end = json.Time();
        return end > now ? end : json.Refuse(end, "must be in the future");
    }

    private static List<T> ReadDistinct<T>(JsonCursor json, Func<JsonCursor, T> read)
    {
        var items = new List<T>();
        foreach (var item in json.Items(1, MaxItems))
        {
            var value = read(item);
            if (items.Contains(value))
            {
                _ = item.Refuse(0, "must not appear twice");
            }

            items.Add(value);
        }

        return items;
    }
}
