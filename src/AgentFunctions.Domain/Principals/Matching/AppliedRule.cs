using AgentFunctions.Domain.Decisions;

namespace AgentFunctions.Domain.Principals.Matching;

/// <summary>A rule that applied, and the factor for which it was asked.</summary>
internal readonly record struct AppliedRule(Factor Factor, CompiledRule Rule);
