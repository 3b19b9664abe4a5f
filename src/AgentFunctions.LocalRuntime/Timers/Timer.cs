using System.Text.RegularExpressions;
using AgentFunctions.LocalRuntime.Functions;
using Microsoft.Extensions.Configuration;

namespace AgentFunctions.LocalRuntime.Timers;

/// <summary>A timer function with its schedule read.</summary>
/// <param name="IsMonitored">Whether its schedule is kept in storage.</param>
internal sealed partial record Timer(Function.Timer Function, TimerSchedule Schedule, bool IsMonitored)
{
    private const string ZoneSetting = "WEBSITE_TIME_ZONE";

    public string Name => Function.Definition.Name;

    public static Timer Read(Function.Timer function, IConfiguration configuration, DateTimeOffset now)
    {
        var name = function.Definition.Name;
        var text = Setting.Replace(function.Trigger.Schedule, match => configuration[match.Groups["name"].Value]
            ?? throw new StartRefusedException($"timer function `{name}`: the setting `{match.Groups["name"].Value}` of its schedule is missing"));
        var schedule = TimerSchedule.Parse(text, Zone(configuration))
            ?? throw new StartRefusedException($"timer function `{name}`: `{text}` is neither a schedule of six fields nor a time span above zero");
        return schedule.Next(now) is null
            ? throw new StartRefusedException($"timer function `{name}`: `{text}` never comes")
            : new Timer(function, schedule, function.Trigger.UseMonitor && !schedule.IsFrequent(now));
    }

    private static TimeZoneInfo Zone(IConfiguration configuration)
    {
        var id = configuration[ZoneSetting];
        if (string.IsNullOrEmpty(id))
        {
            return TimeZoneInfo.Utc;
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
            ? zone
            : throw new StartRefusedException($"`{ZoneSetting}` names no time zone: `{id}`");
    }

    [GeneratedRegex("%(?<name>[^%]+)%", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Setting { get; }
}
