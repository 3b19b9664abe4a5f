using AgentFunctions.Domain.Ledger;

namespace AgentFunctions.Ledger;

/// <summary>Says whether a change took effect: a version of what it changes names its entry.</summary>
/// <param name="change">An entry of kind <see cref="EntryKind.Change"/>, whole.</param>
internal delegate Task<bool> IsApplied(LedgerEntry change, CancellationToken cancellationToken);
