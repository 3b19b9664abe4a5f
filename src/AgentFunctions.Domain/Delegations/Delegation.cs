using AgentFunctions.Domain.Agents;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Domain.Delegations;

/// <summary>What a person lends to the agent that they asked: it bounds the whole chain behind that agent.</summary>
public sealed record Delegation
{
    public required PersonId Delegator { get; init; }

    public required AgentId Agent { get; init; }

    /// <summary>1 for the first one, one more with every change, never reused.</summary>
    public required long Version { get; init; }

    /// <summary>1 to 64 action names; each is exact or, ending in `*`, a prefix.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>1 to 64 patterns.</summary>
    public required IReadOnlyList<ResourcePattern> Resources { get; init; }

    /// <summary>First instant at which it counts as absent.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
