namespace AgentFunctions.Domain.Ledger;

/// <summary>One entry as it is kept.</summary>
/// <param name="Id">Says the stream and the sequence it was made for.</param>
/// <param name="Kind">What it records.</param>
/// <param name="Previous">Hash of the entry before it.</param>
/// <param name="Body">Canonical JSON (RFC 8785), 1 to 32,768 bytes.</param>
/// <param name="Hash">What <see cref="EntryChain.Hash"/> gave when it was appended.</param>
public sealed record LedgerEntry(
    EvaluationId Id, EntryKind Kind, EntryHash Previous, ReadOnlyMemory<byte> Body, EntryHash Hash)
{
    /// <summary>Longest body, in bytes.</summary>
    public const int MaxBody = 32 * 1024;

    /// <summary>True when the hash is that of the content.</summary>
    public bool IsWhole => EntryChain.Hash(Previous, Id, Kind, EntryChain.Digest(Body.Span)) == Hash;
}
