using AgentFunctions.Domain.Ledger;
using Azure;

namespace AgentFunctions.Ledger;

/// <summary>A stream's head as storage has it.</summary>
/// <param name="Head">Where the stream stands.</param>
/// <param name="State">Whether it may be appended to.</param>
/// <param name="SeenAt">When its writer last showed itself: a commit or a heartbeat.</param>
/// <param name="ETag">What the next writer must name.</param>
internal sealed record HeadRow(StreamHead Head, StreamState State, DateTimeOffset SeenAt, ETag ETag);
