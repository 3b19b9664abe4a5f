namespace AgentFunctions.Domain.Conditions;

/// <summary>
/// Where a condition reads: `subject`, `actor`, `action`, `resource`, `context` or `time`, then member names.
/// `subject` is the AuthZEN subject (the delegator when agents act for someone), `actor` the agent that acts.
/// </summary>
/// <param name="Segments">1 to 8 segments, the first of them a root.</param>
public sealed record AttributePath(IReadOnlyList<string> Segments);
