using AgentFunctions.Domain.Ledger;

namespace AgentFunctions.Ledger;

/// <summary>What one run of verification found.</summary>
/// <param name="Break">The first break; null when what was looked at is intact.</param>
/// <param name="Checkpoints">How many checkpoints were verified in this run.</param>
/// <param name="Entries">How many entries were verified in this run.</param>
/// <param name="Next">Where to go on; null when this was the last run, or the ledger is broken.</param>
/// <param name="Unanchored">On the last run: what no checkpoint anchors yet.</param>
internal sealed record VerificationReport(
    LedgerBreak? Break, long Checkpoints, long Entries, VerificationCursor? Next, UnanchoredWindow? Unanchored);
