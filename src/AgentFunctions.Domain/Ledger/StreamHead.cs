namespace AgentFunctions.Domain.Ledger;

/// <summary>Where a stream stands.</summary>
/// <param name="Sequence">Of its last entry; 0 before the first.</param>
/// <param name="Hash">
/// Of its last entry; before the first, what the first will name as its predecessor: the hash of the registry's
/// StreamOpened entry, and <see cref="EntryHash.Zero"/> for the registry itself.
/// </param>
public readonly record struct StreamHead(long Sequence, EntryHash Hash);
