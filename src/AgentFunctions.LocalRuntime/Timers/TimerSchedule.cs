using System.Globalization;
using System.Text.RegularExpressions;
using Cronos;

namespace AgentFunctions.LocalRuntime.Timers;

/// <summary>When a timer runs.</summary>
internal abstract partial record TimerSchedule
{
    private const int Sample = 5;

    private TimerSchedule()
    {
    }

    /// <summary>The first time after <paramref name="after"/>; null when there is none any more.</summary>
    public abstract DateTimeOffset? Next(DateTimeOffset after);

    /// <summary>Reads six fields, five (at second 0) or a time span longer than zero; null when it is none of them.</summary>
    public static TimerSchedule? Parse(string text, TimeZoneInfo zone)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length is 5 or 6)
        {
            // Cronos knows more than NCRONTAB (L, W, #, ?), and what the host would refuse is refused here.
            return fields.All(field => Field.IsMatch(field))
                && CronExpression.TryParse(text, fields.Length == 6 ? CronFormat.IncludeSeconds : CronFormat.Standard, out var cron)
                    ? new Cron(cron, zone)
                    : null;
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var period) && period > TimeSpan.Zero ? new Every(period) : null;
    }

    /// <summary>Whether runs are ever less than a minute apart, as far as the next few tell.</summary>
    public bool IsFrequent(DateTimeOffset now)
    {
        var previous = Next(now);
        for (var seen = 0; seen < Sample && previous is not null; seen++)
        {
            var next = Next(previous.Value);
            if (next - previous < TimeSpan.FromMinutes(1))
            {
                return true;
            }

            previous = next;
        }

        return false;
    }

    [GeneratedRegex(@"^(\*|[0-9]{1,2}|[A-Za-z]{3})(-([0-9]{1,2}|[A-Za-z]{3}))?(/[0-9]{1,2})?(,([0-9]{1,2}|[A-Za-z]{3})(-([0-9]{1,2}|[A-Za-z]{3}))?(/[0-9]{1,2})?)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Field { get; }

    internal sealed record Cron(CronExpression Expression, TimeZoneInfo Zone) : TimerSchedule
    {
        public override DateTimeOffset? Next(DateTimeOffset after) => Expression.GetNextOccurrence(after, Zone)?.ToUniversalTime();
    }

    internal sealed record Every(TimeSpan Period) : TimerSchedule
    {
        public override DateTimeOffset? Next(DateTimeOffset after) => after + Period;
    }
}
