using AgentFunctions.Domain.Ledger;

namespace AgentFunctions.Ledger;

/// <summary>Entries of a stream, in order.</summary>
/// <param name="Head">Where the stream stood when the page was read.</param>
/// <param name="State">Whether more may come.</param>
/// <param name="Entries">Those that can be read; a hole is verification's to name.</param>
/// <param name="Next">What to pass as <c>after</c> for the next page; null at the end.</param>
internal sealed record StreamPage(StreamHead Head, StreamState State, IReadOnlyList<LedgerEntry> Entries, long? Next);
