using AgentFunctions.Domain.Ledger;

namespace AgentFunctions.Ledger;

/// <summary>
/// The newest part of the ledger. Its chains hold, but no signature covers it: who controls the tables could have
/// rewritten it.
/// </summary>
/// <param name="Checkpoint">The last checkpoint; 0 when there is none.</param>
/// <param name="Since">When that was made; null when there is none.</param>
/// <param name="Streams">Streams with entries that it does not cover, and the sequence after which they begin.</param>
internal sealed record UnanchoredWindow(long Checkpoint, DateTimeOffset? Since, IReadOnlyList<StreamMark> Streams);
