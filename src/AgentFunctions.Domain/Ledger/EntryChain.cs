using System.Buffers.Binary;
using System.Security.Cryptography;

namespace AgentFunctions.Domain.Ledger;

/// <summary>
/// How entries are hashed and chained. Every field is fixed in length and the body goes in by its digest, so no two
/// entries share an encoding, and a chain can be checked by somebody from whom the bodies are withheld.
/// </summary>
public static class EntryChain
{
    private const int Length = 32 + EntryHash.Size + sizeof(uint) + sizeof(long) + 16 + sizeof(int) + EntryHash.Size;

    // 32 bytes that no other signed or hashed text of this product begins with.
    private static ReadOnlySpan<byte> Tag => "agentfunctions/ledger-entry/v1\0\0"u8;

    public static EntryHash Digest(ReadOnlySpan<byte> body)
    {
        Span<byte> digest = stackalloc byte[EntryHash.Size];
        _ = SHA256.HashData(body, digest);
        return EntryHash.Read(digest);
    }

    /// <summary>SHA-256 over tag, previous hash, stream, sequence, id, kind and the body's digest; integers big-endian.</summary>
    public static EntryHash Hash(EntryHash previous, EvaluationId id, EntryKind kind, EntryHash bodyDigest)
    {
        Span<byte> text = stackalloc byte[Length];
        Tag.CopyTo(text);
        var rest = text[Tag.Length..];
        previous.Write(rest);
        rest = rest[EntryHash.Size..];
        BinaryPrimitives.WriteUInt32BigEndian(rest, id.Stream);
        BinaryPrimitives.WriteInt64BigEndian(rest[4..], id.Sequence);
        _ = id.ToGuid().TryWriteBytes(rest[12..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(rest[28..], (int)kind);
        bodyDigest.Write(rest[32..]);

        Span<byte> hash = stackalloc byte[EntryHash.Size];
        _ = SHA256.HashData(text, hash);
        return EntryHash.Read(hash);
    }
}
