namespace AgentFunctions.Hosting;

/// <summary>What became of reading a body.</summary>
internal abstract record BodyOutcome<T>
{
    private BodyOutcome()
    {
    }

    internal sealed record Accepted(T Value) : BodyOutcome<T>;

    internal sealed record Refused(Problem Problem) : BodyOutcome<T>;
}
