using AgentFunctions.Domain.Ledger;

namespace AgentFunctions.Ledger;

/// <summary>A row of a stream as it is found.</summary>
/// <param name="Sequence">Of its key; null when the key is no sequence.</param>
/// <param name="Entry">Null when the row is no entry.</param>
internal readonly record struct KeptRow(long? Sequence, LedgerEntry? Entry);
