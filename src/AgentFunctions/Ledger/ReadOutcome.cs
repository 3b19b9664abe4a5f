using AgentFunctions.Domain.Ledger;

namespace AgentFunctions.Ledger;

/// <summary>What was found under an id.</summary>
internal abstract record ReadOutcome
{
    private ReadOutcome()
    {
    }

    /// <param name="Entry">As it is kept.</param>
    /// <param name="Applied">For a change of authority: whether it took effect. Null for other kinds.</param>
    internal sealed record Found(LedgerEntry Entry, bool? Applied) : ReadOutcome;

    /// <summary>There is no such entry.</summary>
    internal sealed record NotFound : ReadOutcome;

    /// <summary>There is a row, and it is not the entry that was appended: verification names it.</summary>
    internal sealed record Edited : ReadOutcome;
}
