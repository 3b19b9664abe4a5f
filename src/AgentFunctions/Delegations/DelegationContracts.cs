using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Delegations;

/// <summary>Delegations on the wire.</summary>
internal static class DelegationContracts
{
    public static AttributeValue PrintActions(IReadOnlyList<string> actions) =>
        new AttributeValue.List([.. actions.Select(action => new AttributeValue.Text(action))]);

    public static AttributeValue PrintPatterns(IReadOnlyList<ResourcePattern> patterns) =>
        new AttributeValue.List([.. patterns.Select(Print)]);

    private static AttributeValue.Map Print(ResourcePattern pattern) => new(new AttributeMap(new Dictionary<string, AttributeValue>(StringComparer.Ordinal)
    {
        ["type"] = new AttributeValue.Text(pattern.Type),
        ["id"] = new AttributeValue.Text(pattern.Id),
    }));
}
