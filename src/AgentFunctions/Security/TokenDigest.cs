using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace AgentFunctions.Security;

/// <summary>SHA-256 of a token's exact text: tells tokens apart without keeping them.</summary>
internal readonly record struct TokenDigest(UInt128 High, UInt128 Low)
{
    public static TokenDigest Of(string token)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(token.AsSpan()), hash);
        var halves = MemoryMarshal.Cast<byte, UInt128>(hash);
        return new TokenDigest(halves[0], halves[1]);
    }
}
