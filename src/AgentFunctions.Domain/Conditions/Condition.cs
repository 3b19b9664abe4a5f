namespace AgentFunctions.Domain.Conditions;

/// <summary>
/// A question about the request's attributes. Its answer is yes, no, or that it cannot be evaluated (an attribute is
/// missing, types do not compare); the last counts as no in an Allow and as yes in a Challenge or Deny.
/// </summary>
public abstract record Condition
{
    private Condition()
    {
    }

    public static Condition Always { get; } = new All([]);

    /// <summary>It is <see cref="Always"/>, however it was made.</summary>
    internal bool IsAlways => this is All all && all.Conditions.Count == 0;

    public sealed record All(IReadOnlyList<Condition> Conditions) : Condition;

    public sealed record Any(IReadOnlyList<Condition> Conditions) : Condition;

    public sealed record Not(Condition Inner) : Condition;

    public sealed record Compare(Comparison Comparison, Operand Left, Operand Right) : Condition;

    /// <summary>The decision's time lies on one of the days, from (inclusive) to (exclusive), on the zone's clock.</summary>
    public sealed record Within(WorkingHours Hours) : Condition;
}
