using AgentFunctions.Domain.Ledger;

namespace AgentFunctions.Ledger;

/// <summary>What became of an entry that was to be appended.</summary>
internal abstract record AppendOutcome
{
    private AppendOutcome()
    {
    }

    /// <summary>It is in the ledger, durably.</summary>
    internal sealed record Committed(EvaluationId Id) : AppendOutcome;

    /// <summary>It is not in the ledger, or nobody can say in time: nothing that depends on it may happen.</summary>
    internal sealed record NotCommitted(string Why) : AppendOutcome;
}
