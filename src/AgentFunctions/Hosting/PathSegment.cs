using System.Buffers;
using System.Globalization;
using System.Text;
using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Hosting;

/// <summary>
/// An id as one segment of a path. Hosts and proxies differ in what they do with `%2F`, `%5C` and dot segments, so an
/// id's bytes can be written `~XX` (upper-case hex of its UTF-8 bytes), which everything passes on untouched; `/`,
/// `\`, `%` and `~` themselves must be written so. Documented in docs/wire.md.
/// </summary>
internal static class PathSegment
{
    private const string Plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._";

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("/\\%");
    private static readonly SearchValues<char> UpperHex = SearchValues.Create("0123456789ABCDEF");

    /// <summary>
    /// Reads a route value (already percent-decoded by the host). False for a raw `/`, `\` or `%`, a `~` that is not
    /// followed by two upper-case hex digits, bytes that are not UTF-8, and text that is no <see cref="Name"/> of at
    /// most 256 characters.
    /// </summary>
    public static bool TryParse(string? segment, out string id)
    {
        id = string.Empty;
        if (string.IsNullOrEmpty(segment) || segment.AsSpan().ContainsAny(Forbidden) || !TryUnescape(segment, out var text)
            || !Name.IsValid(text, Name.MaxIdLength))
        {
            return false;
        }

        id = text;
        return true;
    }

    /// <summary>
    /// Writes <paramref name="id"/> in letters, digits, `-`, `.`, `_` and escapes only, so that nothing needs
    /// percent-encoding; `.` and `..` are escaped, because clients remove them.
    /// </summary>
    /// <param name="id">A valid <see cref="Name"/>.</param>
    public static string Print(string id)
    {
        var escapesDots = id is "." or "..";
        var printed = new StringBuilder(id.Length);
        foreach (var value in Encoding.UTF8.GetBytes(id))
        {
            var plain = Plain.Contains((char)value, StringComparison.Ordinal) && !(escapesDots && value == '.');
            _ = plain ? printed.Append((char)value) : printed.Append(CultureInfo.InvariantCulture, $"~{value:X2}");
        }

        return printed.ToString();
    }

    private static bool TryUnescape(string segment, out string text)
    {
        text = segment;
        if (!segment.Contains('~', StringComparison.Ordinal))
        {
            return true;
        }

        var bytes = new ArrayBufferWriter<byte>(segment.Length);
        for (var rest = segment.AsSpan(); !rest.IsEmpty;)
        {
            var escape = rest.IndexOf('~');
            var plain = escape < 0 ? rest : rest[..escape];
            if (!TryWrite(plain, bytes))
            {
                return false;
            }

            rest = rest[plain.Length..];
            if (rest.IsEmpty)
            {
                break;
            }

            if (rest.Length < 3 || rest[1..3].ContainsAnyExcept(UpperHex))
            {
                return false;
            }

            bytes.Write([byte.Parse(rest[1..3], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)]);
            rest = rest[3..];
        }

        return TryRead(bytes.WrittenSpan, out text);
    }

    private static bool TryWrite(ReadOnlySpan<char> plain, ArrayBufferWriter<byte> bytes)
    {
        var status = System.Text.Unicode.Utf8.FromUtf16(plain, bytes.GetSpan(plain.Length * 3), out _, out var written, replaceInvalidSequences: false);
        bytes.Advance(written);
        return status == OperationStatus.Done;
    }

    private static bool TryRead(ReadOnlySpan<byte> bytes, out string text)
    {
        var valid = System.Text.Unicode.Utf8.IsValid(bytes);
        text = valid ? Encoding.UTF8.GetString(bytes) : string.Empty;
        return valid;
    }
}
