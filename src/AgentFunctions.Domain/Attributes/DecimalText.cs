using System.Globalization;
using System.Text;

namespace AgentFunctions.Domain.Attributes;

/// <summary>The magnitude of a decimal number: 0.<see cref="Digits"/> times ten to the <see cref="Exponent"/>.</summary>
/// <param name="Digits">Neither begins nor ends with a zero; empty for zero.</param>
/// <param name="Exponent">0 for zero.</param>
internal readonly record struct DecimalText(string Digits, long Exponent)
{
    /// <summary>The shortest decimal that becomes this double again.</summary>
    public static DecimalText Of(double value)
    {
        Span<byte> text = stackalloc byte[32];
        _ = value.TryFormat(text, out var written, "R", CultureInfo.InvariantCulture);
        return Of(text[..written]);
    }

    /// <param name="literal">A number as RFC 8259 section 6 writes it; its sign is ignored.</param>
    public static DecimalText Of(ReadOnlySpan<byte> literal)
    {
        var marker = literal.IndexOfAny((byte)'e', (byte)'E');
        var mantissa = (marker < 0 ? literal : literal[..marker]).TrimStart((byte)'-');
        var point = mantissa.IndexOf((byte)'.');
        var whole = point < 0 ? mantissa : mantissa[..point];
        var fraction = point < 0 ? [] : mantissa[(point + 1)..];

        var all = Encoding.ASCII.GetString(whole) + Encoding.ASCII.GetString(fraction);
        var significant = all.TrimStart('0');
        var leadingZeros = all.Length - significant.Length;
        return significant.Length == 0
            ? new DecimalText(string.Empty, 0)
            : new DecimalText(significant.TrimEnd('0'), whole.Length - leadingZeros + Exponent10(literal, marker));
    }

    private static long Exponent10(ReadOnlySpan<byte> literal, int marker)
    {
        if (marker < 0)
        {
            return 0;
        }

        // One too large to be read is that of a double which is zero or not finite: other digits tell it apart.
        _ = long.TryParse(literal[(marker + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent);
        return exponent;
    }
}
