namespace AgentFunctions.Domain.Ledger;

/// <summary>The first place where the ledger is not what was recorded.</summary>
public sealed record LedgerBreak(uint Stream, long Sequence, BreakKind Kind);
