namespace AgentFunctions.Domain.Ledger;

/// <summary>Where a named stream stands.</summary>
public readonly record struct StreamMark(uint Stream, StreamHead Head);
