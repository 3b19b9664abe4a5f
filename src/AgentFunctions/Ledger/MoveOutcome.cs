using Azure;

namespace AgentFunctions.Ledger;

/// <summary>What became of a conditional write of a stream's head.</summary>
internal abstract record MoveOutcome
{
    private MoveOutcome()
    {
    }

    /// <summary>It was written: nothing that names an earlier ETag can ever be done any more.</summary>
    internal sealed record Moved(ETag ETag) : MoveOutcome;

    /// <summary>The head is not where it was expected to be.</summary>
    /// <param name="Row">Null when it is gone, or is no head any more.</param>
    internal sealed record Elsewhere(HeadRow? Row) : MoveOutcome;

    /// <summary>Storage did not say.</summary>
    internal sealed record Unknown(string Why) : MoveOutcome;
}
