namespace AgentFunctions.Decisions.Facts;

/// <summary>Whose set of rules: a principal's entitlements, or the tenant's guardrails.</summary>
internal readonly record struct SetAddress(SetKind Kind, string Partition);
