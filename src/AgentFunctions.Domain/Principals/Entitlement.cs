using AgentFunctions.Domain.Conditions;

namespace AgentFunctions.Domain.Principals;

/// <summary>
/// One row of authority of one principal. A guardrail has the same shape, belongs to the tenant and is never an Allow.
/// </summary>
public sealed record Entitlement
{
    /// <summary>1 to 128 characters, unique within the principal.</summary>
    public required string Id { get; init; }

    public required Effect Effect { get; init; }

    /// <summary>1 to 64 action names; each is exact or, ending in `*`, a prefix.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    public required ResourcePattern Resource { get; init; }

    public Condition Condition { get; init; } = Condition.Always;

    /// <summary>
    /// The purpose it was granted for; empty for any. An Allow holds only while this is the agent's purpose.
    /// A Challenge or Deny holds whatever the purpose: a restriction never ceases because an agent is renamed.
    /// </summary>
    public string Purpose { get; init; } = string.Empty;

    /// <summary>First instant at which it counts as absent.</summary>
    public DateTimeOffset ExpiresAt { get; init; } = DateTimeOffset.MaxValue;

    public IReadOnlyList<Obligation> Obligations { get; init; } = [];
}
