using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Domain.Decisions;

/// <summary>An entitlement or guardrail that applied.</summary>
/// <param name="Factor"><see cref="Factor.Entitlements"/>, <see cref="Factor.Delegator"/> or <see cref="Factor.Guardrails"/>.</param>
public sealed record MatchedRule(Factor Factor, string Id, Effect Effect);
