using AgentFunctions.Domain.Attributes;

namespace AgentFunctions.Domain.Principals;

/// <summary>A registered principal of any type, as its row says.</summary>
public sealed record Principal
{
    public required PrincipalId Id { get; init; }

    /// <summary>Version of its entitlements; 0 before the first one.</summary>
    public required long EntitlementsVersion { get; init; }

    /// <summary>Read by conditions; win over what a request claims.</summary>
    public AttributeMap Properties { get; init; } = AttributeMap.Empty;
}
