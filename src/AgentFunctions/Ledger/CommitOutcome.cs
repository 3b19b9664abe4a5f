using Azure;

namespace AgentFunctions.Ledger;

/// <summary>What became of a transaction.</summary>
internal abstract record CommitOutcome
{
    private CommitOutcome()
    {
    }

    /// <summary>All of it was done.</summary>
    internal sealed record Done(ETag ETag) : CommitOutcome;

    /// <summary>It certainly was not, and will not be, done.</summary>
    internal sealed record NothingDone(string Why) : CommitOutcome;

    /// <summary>A row or the head was not as expected: another writer, or this same transaction by another way.</summary>
    internal sealed record Conflict(string Why) : CommitOutcome;

    /// <summary>It may have been done, or may still be.</summary>
    internal sealed record Unknown(string Why) : CommitOutcome;
}
