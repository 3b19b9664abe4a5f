namespace AgentFunctions.Ledger;

/// <param name="Checkpoint">The last one; 0 when there is none.</param>
/// <param name="Since">When it was made; absent when there is none.</param>
/// <param name="Streams">Those with entries that it does not cover.</param>
internal sealed record UnanchoredAnswer(long Checkpoint, DateTimeOffset? Since, IReadOnlyList<UnanchoredStream> Streams);
