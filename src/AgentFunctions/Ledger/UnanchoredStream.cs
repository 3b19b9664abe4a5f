namespace AgentFunctions.Ledger;

/// <param name="After">The last sequence that the checkpoint covers.</param>
internal sealed record UnanchoredStream(uint Stream, long After);
