namespace AgentFunctions.Ledger;

/// <summary>How far verification came.</summary>
/// <param name="Checkpoint">Everything up to this checkpoint is verified; 0 for nothing.</param>
/// <param name="Stream">In the window after it, streams below this one are verified, too.</param>
/// <param name="Sequence">And this one up to this sequence.</param>
internal sealed record VerificationCursor(long Checkpoint, uint Stream, long Sequence)
{
    public static VerificationCursor Start { get; } = new(0, 0, 0);
}
