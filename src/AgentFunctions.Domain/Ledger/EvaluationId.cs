using System.Buffers.Binary;

namespace AgentFunctions.Domain.Ledger;

/// <summary>
/// The id of a ledger entry: a UUIDv8 (RFC 9562 section 5.8) that says where the entry is, so that finding it is one
/// point read. 48 bits milliseconds since 1970, 4 version, 12 high bits of the stream, 2 variant, 20 low bits of the
/// stream, 42 bits sequence.
/// </summary>
/// <param name="UnixMilliseconds">When the entry was queued.</param>
/// <param name="Stream">Which stream; 0 is the registry.</param>
/// <param name="Sequence">Place in the stream; the first entry is 1.</param>
public readonly record struct EvaluationId(long UnixMilliseconds, uint Stream, long Sequence)
{
    public const long MaxSequence = (1L << 42) - 1;

    private const ulong Version = 8UL << 12;
    private const ulong Variant = 2UL << 62;

    public Guid ToGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, ((ulong)UnixMilliseconds << 16) | Version | (Stream >> 20));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Variant | ((ulong)(Stream & 0xFFFFF) << 42) | (ulong)Sequence);
        return new Guid(bytes, bigEndian: true);
    }

    public override string ToString() => ToGuid().ToString("D");

    /// <summary>False for a UUID of another version or variant, and for sequence 0, which no entry has.</summary>
    public static bool TryParse(Guid guid, out EvaluationId id)
    {
        Span<byte> bytes = stackalloc byte[16];
        _ = guid.TryWriteBytes(bytes, bigEndian: true, out _);
        var high = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        var low = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        id = new EvaluationId(
            (long)(high >> 16),
            ((uint)(high & 0xFFF) << 20) | (uint)((low >> 42) & 0xFFFFF),
            (long)(low & MaxSequence));
        return (high & 0xF000) == Version && (low >> 62) == 2 && id.Sequence > 0;
    }
}
