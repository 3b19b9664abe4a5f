using AgentFunctions.Domain.Attributes;

namespace AgentFunctions.Ledger.Changes;

/// <summary>What was changed: `principal`, `entitlement`, `guardrail`, `tenant`, `agent`, `person`, `resource`, `delegation`.</summary>
/// <param name="Kind">Which of them, in snake_case.</param>
/// <param name="Names">What names it within its kind, by member name: `type` and `id`, and what else it takes.</param>
internal sealed record ChangeTarget(string Kind, IReadOnlyDictionary<string, string> Names)
{
    internal AttributeValue ToValue()
    {
        var members = Names.ToDictionary(name => name.Key, AttributeValue (name) => new AttributeValue.Text(name.Value), StringComparer.Ordinal);
        members["kind"] = new AttributeValue.Text(Kind);
        return new AttributeValue.Map(new AttributeMap(members));
    }
}
