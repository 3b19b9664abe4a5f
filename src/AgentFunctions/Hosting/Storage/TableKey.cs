using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace AgentFunctions.Hosting.Storage;

/// <summary>
/// The one place where partition and row keys are made. Any text becomes a key that Table Storage accepts (no `/`,
/// `\`, `#`, `?`, `%` or control character), and no two lists of parts share a key. Nothing may depend on how keys sort.
/// </summary>
internal static class TableKey
{
    /// <summary>So that a key is at most 362 characters: Table Storage takes 512.</summary>
    public const int MaxParts = 3;

    // An escaped part beyond this is kept as its digest.
    private const int LongestPart = 120;
    private const char Separator = '|';
    private const char AfterSeparator = '}';
    private const string Hashed = "~~";

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._@-");

    /// <param name="parts">1 to 3 texts. An empty one, control characters and lone surrogates are all different parts.</param>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        ArgumentOutOfRangeException.ThrowIfZero(parts.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(parts.Length, MaxParts);
        var key = new StringBuilder(64);
        foreach (var part in parts)
        {
            if (key.Length > 0)
            {
                key.Append(Separator);
            }

            key.Append(Print(part));
        }

        return key.ToString();
    }

    /// <summary>The keys that begin with these parts and have at least one more: from (inclusive), to (exclusive).</summary>
    public static (string From, string To) Under(params ReadOnlySpan<string> parts)
    {
        var key = Of(parts);
        return ($"{key}{Separator}", $"{key}{AfterSeparator}");
    }

    // INVARIANT: `~` is followed by two hex digits, by nothing (the empty part) or, in a digest only, by another `~`;
    // so a printed part is read in one way, and holds no separator.
    private static string Print(string part)
    {
        if (part.Length is > 0 and <= LongestPart && !part.AsSpan().ContainsAnyExcept(Plain))
        {
            return part;
        }

        var printed = Escape(part);
        return printed.Length switch
        {
            0 => "~",
            <= LongestPart => printed,
            _ => Hashed + Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(printed))),
        };
    }

    private static string Escape(string part)
    {
        var printed = new StringBuilder(part.Length * 3);
        Span<byte> bytes = stackalloc byte[4];
        for (var rest = part.AsSpan(); !rest.IsEmpty;)
        {
            var status = Rune.DecodeFromUtf16(rest, out var rune, out var consumed);
            if (consumed == 1 && Plain.Contains(rest[0]))
            {
                printed.Append(rest[0]);
            }
            else
            {
                var length = status == OperationStatus.Done ? rune.EncodeToUtf8(bytes) : EncodeLoneSurrogate(rest[0], bytes);
                Append(printed, bytes[..length]);
            }

            rest = rest[consumed..];
        }

        return printed.ToString();
    }

    // The three bytes that UTF-8 would give it if it were a character: it stays different from U+FFFD and its like.
    private static int EncodeLoneSurrogate(char half, Span<byte> bytes)
    {
        bytes[0] = (byte)(0xE0 | (half >> 12));
        bytes[1] = (byte)(0x80 | ((half >> 6) & 0x3F));
        bytes[2] = (byte)(0x80 | (half & 0x3F));
        return 3;
    }

    private static void Append(StringBuilder printed, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            printed.Append('~').Append(Hex(value >> 4)).Append(Hex(value & 0xF));
        }
    }

    private static char Hex(int nibble) => (char)(nibble < 10 ? '0' + nibble : 'A' + nibble - 10);
}
