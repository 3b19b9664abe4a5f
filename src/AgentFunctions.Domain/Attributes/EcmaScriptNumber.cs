using System.Globalization;

namespace AgentFunctions.Domain.Attributes;

/// <summary>Numbers as ECMAScript writes them (ECMA-262 Number::toString, radix 10), which RFC 8785 section 3.2.2.3 requires.</summary>
internal static class EcmaScriptNumber
{
    /// <summary>From here on numbers are written with an exponent: 10 to the 21.</summary>
    private const int LargestPlainExponent = 21;

    /// <summary>Down to here small numbers are written without one: 10 to the -6.</summary>
    private const int SmallestPlainExponent = -6;

    /// <summary>Whole numbers up to here, 2 to the 53, are their own digits.</summary>
    private const double LargestPlainInteger = 1L << 53;

    /// <exception cref="ArgumentException">Not finite: JSON has no such numbers.</exception>
    public static string Format(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException("not a finite number", nameof(value));
        }

        if (Math.Abs(value) <= LargestPlainInteger && value == Math.Truncate(value))
        {
            return ((long)value).ToString(CultureInfo.InvariantCulture);
        }

        var text = DecimalText.Of(value);
        return (value < 0 ? "-" : string.Empty) + Magnitude(text.Digits, (int)text.Exponent);
    }

    private static string Magnitude(string digits, int exponent) => exponent switch
    {
        > LargestPlainExponent or <= SmallestPlainExponent => WithExponent(digits, exponent - 1),
        <= 0 => $"0.{new string('0', -exponent)}{digits}",
        _ when exponent >= digits.Length => digits.PadRight(exponent, '0'),
        _ => $"{digits[..exponent]}.{digits[exponent..]}",
    };

    private static string WithExponent(string digits, int exponent)
    {
        var fraction = digits.Length == 1 ? string.Empty : $".{digits[1..]}";
        var sign = exponent < 0 ? '-' : '+';
        return string.Create(CultureInfo.InvariantCulture, $"{digits[0]}{fraction}e{sign}{Math.Abs(exponent)}");
    }
}
