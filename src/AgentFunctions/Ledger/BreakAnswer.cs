namespace AgentFunctions.Ledger;

/// <param name="Stream">0 for the registry and for checkpoints.</param>
/// <param name="Sequence">Of the entry, or the number of the checkpoint.</param>
/// <param name="Kind">edited, missing, truncated, stream_missing, inserted, reordered, rewritten, checkpoint_missing, checkpoint_forged.</param>
internal sealed record BreakAnswer(uint Stream, long Sequence, string Kind);
