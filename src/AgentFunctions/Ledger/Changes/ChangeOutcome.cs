using AgentFunctions.Hosting;

namespace AgentFunctions.Ledger.Changes;

/// <summary>What became of a request to change something.</summary>
internal abstract record ChangeOutcome<T>
{
    private ChangeOutcome()
    {
    }

    internal sealed record Refused(Problem Problem) : ChangeOutcome<T>;

    internal sealed record Unchanged(T Answer) : ChangeOutcome<T>;

    internal sealed record Applied(T Answer) : ChangeOutcome<T>;
}
