namespace AgentFunctions.Domain.Ledger;

/// <summary>A piece of a stream to be checked.</summary>
/// <param name="Stream">Which stream.</param>
/// <param name="From">Where it stood, as known from an anchor.</param>
/// <param name="To">Where it stands, as an anchor or its own head says.</param>
/// <param name="IsFinal">True when the stream was sealed there: nothing may follow.</param>
public sealed record Segment(uint Stream, StreamHead From, StreamHead To, bool IsFinal);
