namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a timer's run knows about its schedule.</summary>
public sealed class TimerInfo
{
    /// <summary>Null when the schedule is not monitored, see <see cref="TimerTriggerAttribute.UseMonitor"/>.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>Whether this run makes up for one that was missed.</summary>
    public bool IsPastDue { get; set; }
}
