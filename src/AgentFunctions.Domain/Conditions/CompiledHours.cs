namespace AgentFunctions.Domain.Conditions;

/// <summary>Working hours with their days as bits, Sunday first.</summary>
internal sealed class CompiledHours(WorkingHours hours)
{
    private const int DaysOfWeek = 7;

    private readonly int days = hours.Days.Aggregate(0, (bits, day) => bits | (1 << (int)day));

    public bool Include(DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, hours.Zone);
        var time = TimeOnly.FromTimeSpan(local.TimeOfDay);
        var today = (int)local.DayOfWeek;
        var begun = time >= hours.From;
        var ended = time >= hours.To;
        return hours.To > hours.From
            ? begun && !ended && IsWorkday(today)
            : (begun && IsWorkday(today)) || (!ended && IsWorkday((today + DaysOfWeek - 1) % DaysOfWeek));
    }

    private bool IsWorkday(int day) => ((days >> day) & 1) != 0;
}
