using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Delegations;

/// <summary>What someone wants to lend.</summary>
internal sealed record DelegationDraft(IReadOnlyList<string> Actions, IReadOnlyList<ResourcePattern> Resources, DateTimeOffset ExpiresAt);
