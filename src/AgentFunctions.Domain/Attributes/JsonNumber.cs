using System.Globalization;

namespace AgentFunctions.Domain.Attributes;

/// <summary>
/// Number literals to doubles, such that literals of different value never become the same double.
/// </summary>
internal static class JsonNumber
{
    /// <summary>Any decimal of so many digits survives the way into a normal double and back (IEEE 754, DBL_DIG).</summary>
    private const int SafeDigits = 15;

    private const double SmallestNormal = 2.2250738585072014E-308;

    /// <param name="literal">A number as RFC 8259 section 6 writes it.</param>
    /// <param name="value">Negative zero comes out as zero.</param>
    public static bool TryParse(ReadOnlySpan<byte> literal, out double value)
    {
        value = double.Parse(literal, NumberStyles.Float, CultureInfo.InvariantCulture) + 0.0;
        if (!double.IsFinite(value))
        {
            return false;
        }

        var given = DecimalText.Of(literal);
        return (given.Digits.Length <= SafeDigits && Math.Abs(value) >= SmallestNormal)
            || given == DecimalText.Of(value);
    }
}
