using System.Globalization;
using AgentFunctions.LocalRuntime.Timers;

namespace AgentFunctions.LocalRuntime.Tests.Timers;

public sealed class TimerScheduleTests
{
    [Theory]
    [InlineData("0 */5 * * * *", "UTC", "2026-03-01T12:01:00Z", "2026-03-01T12:05:00Z")]
    [InlineData("*/10 * * * * *", "UTC", "2026-03-01T12:01:00Z", "2026-03-01T12:01:10Z")]
    [InlineData("0 30 9 * * MON-FRI", "UTC", "2026-03-01T12:01:00Z", "2026-03-02T09:30:00Z")]
    [InlineData("0 0 6 1 JUL,JAN *", "UTC", "2026-03-01T12:01:00Z", "2026-07-01T06:00:00Z")]
    [InlineData("5 * * * *", "UTC", "2026-03-01T12:01:00Z", "2026-03-01T12:05:00Z")]
    [InlineData("0 0 6 * * *", "Europe/Amsterdam", "2026-03-01T12:01:00Z", "2026-03-02T05:00:00Z")]
    [InlineData("0 0 6 * * *", "Europe/Amsterdam", "2026-07-01T12:01:00Z", "2026-07-02T04:00:00Z")]
    [InlineData("0 30 2 * * *", "Europe/Amsterdam", "2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("00:30:00", "UTC", "2026-03-01T12:01:00Z", "2026-03-01T12:31:00Z")]
    [InlineData("1.00:00:00", "Europe/Amsterdam", "2026-03-01T12:01:00Z", "2026-03-02T12:01:00Z")]
    public void The_next_run_is_the_first_after_the_given_time(string text, string zone, string after, string expected) =>
        TimerSchedule.Parse(text, TimeZoneInfo.FindSystemTimeZoneById(zone))!.Next(Time(after)).ShouldBe(Time(expected));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("* * * *")]
    [InlineData("0 0 0 0 0 0 0")]
    [InlineData("60 * * * * *")]
    [InlineData("0 0 0 L * *")]
    [InlineData("0 0 0 15W * *")]
    [InlineData("0 0 0 ? * MON#2")]
    [InlineData("@daily")]
    [InlineData("00:00:00")]
    [InlineData("-00:05:00")]
    public void What_the_host_would_not_read_is_not_read(string text) => TimerSchedule.Parse(text, TimeZoneInfo.Utc).ShouldBeNull();

    [Theory]
    [InlineData("*/30 * * * * *", true)]
    [InlineData("0,59 * * * * *", true)]
    [InlineData("00:00:59", true)]
    [InlineData("0 * * * * *", false)]
    [InlineData("00:01:00", false)]
    public void Runs_less_than_a_minute_apart_are_frequent(string text, bool expected) =>
        TimerSchedule.Parse(text, TimeZoneInfo.Utc)!.IsFrequent(Time("2026-03-01T12:01:00Z")).ShouldBe(expected);

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
