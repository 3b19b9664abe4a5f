using System.Globalization;

namespace AgentFunctions.Domain.Attributes;

/// <summary>Points in time on the wire (RFC 3339 section 5.6).</summary>
public static class Rfc3339
{
    private const int SecondsLength = 19;
    private const int OffsetLength = 6;
    private const int MaxFractionDigits = 9;
    private const int TickDigits = 7;

    /// <summary>In UTC, with as many digits of the second as there are.</summary>
    public static string Format(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>
    /// Refuses what RFC 3339 does not write, leap seconds, and more than nine digits of the second. Digits after the
    /// seventh are cut: 100 ns is the unit of time here.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset time)
    {
        time = default;
        return text.Length > SecondsLength
            && text[10] is 'T' or 't'
            && TryParseSeconds(text, out var seconds)
            && TryParseFraction(text[SecondsLength..], out var ticks, out var offsetText)
            && TryParseOffset(offsetText, out var offset)
            && TryPlace(seconds, ticks, offset, out time);
    }

    private static bool TryParseSeconds(ReadOnlySpan<char> text, out DateTime seconds)
    {
        Span<char> normal = stackalloc char[SecondsLength];
        text[..SecondsLength].CopyTo(normal);
        normal[10] = 'T';
        return DateTime.TryParseExact(normal, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out seconds);
    }

    private static bool TryParseFraction(ReadOnlySpan<char> text, out long ticks, out ReadOnlySpan<char> rest)
    {
        ticks = 0;
        rest = text;
        if (text[0] != '.')
        {
            return true;
        }

        var digits = text[1..].IndexOfAnyExceptInRange('0', '9');
        if (digits is < 1 or > MaxFractionDigits)
        {
            return false;
        }

        for (var i = 0; i < TickDigits; i++)
        {
            ticks = (ticks * 10) + (i < digits ? text[i + 1] - '0' : 0);
        }

        rest = text[(digits + 1)..];
        return true;
    }

    private static bool TryParseOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text is "Z" or "z")
        {
            return true;
        }

        if (text.Length != OffsetLength || text[0] is not ('+' or '-')
            || !TimeSpan.TryParseExact(text[1..], "hh\\:mm", CultureInfo.InvariantCulture, out offset))
        {
            return false;
        }

        offset = text[0] == '-' ? -offset : offset;
        return true;
    }

    private static bool TryPlace(DateTime seconds, long ticks, TimeSpan offset, out DateTimeOffset time)
    {
        var utcTicks = seconds.Ticks + ticks - offset.Ticks;
        var inRange = utcTicks >= DateTime.MinValue.Ticks && utcTicks <= DateTime.MaxValue.Ticks;
        time = inRange ? new DateTimeOffset(utcTicks, TimeSpan.Zero) : default;
        return inRange;
    }
}
