using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Domain.Decisions;

/// <summary>Why a factor did not simply say yes.</summary>
/// <param name="Effect">What this reason alone makes of the request. An Allow here informs: `deputy_missing` within the grace period.</param>
/// <param name="About">The principal that it speaks of.</param>
public sealed record Reason(ReasonCode Code, Factor Factor, Effect Effect, PrincipalId About);
