using AgentFunctions.Hosting;

namespace AgentFunctions.Ledger.Changes;

/// <summary>What a use case makes of a request after it has read what is there.</summary>
/// <typeparam name="T">What the caller hears.</typeparam>
internal abstract record PlannedChange<T>
{
    private PlannedChange()
    {
    }

    internal sealed record Refused(Problem Problem) : PlannedChange<T>;

    /// <summary>It is already as asked: nothing is written and nothing recorded.</summary>
    internal sealed record Unchanged(T Answer) : PlannedChange<T>;

    /// <summary>To be recorded, then applied.</summary>
    internal sealed record Ready(Change Change, T Answer, ChangeApplication Application) : PlannedChange<T>;
}
