namespace AgentFunctions.Domain.Conditions;

/// <summary>
/// Where a condition reads: `subject`, `actor`, `action`, `resource`, `context` or `time`, then member names.
/// `subject` is the AuthZEN subject (the delegator when agents act for someone), `actor` the agent that acts.
/// Two paths are equal when their segments are.
/// </summary>
/// <param name="Segments">1 to 8 segments, the first of them a root.</param>
public sealed record AttributePath(IReadOnlyList<string> Segments)
{
    public bool Equals(AttributePath? other) => other is not null && Segments.SequenceEqual(other.Segments);

    public override int GetHashCode() => Segments.Aggregate(0, HashCode.Combine);

    /// <summary>Segments joined by dots; only for reading, since a member's name may itself contain a dot.</summary>
    public override string ToString() => string.Join('.', Segments);
}
