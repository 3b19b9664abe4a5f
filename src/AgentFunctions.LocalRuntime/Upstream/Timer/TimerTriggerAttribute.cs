using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function on a schedule, never two runs at once. Goes on the parameter of type `TimerInfo`.</summary>
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    /// <summary>
    /// Six fields (second, minute, hour, day, month, day of week) in the zone of `WEBSITE_TIME_ZONE`, UTC when that is unset;
    /// or a time span (`00:30:00`) between the starts of runs. `%name%` stands for the setting of that name.
    /// </summary>
    public string Schedule { get; private set; } = schedule;

    /// <summary>
    /// Keeps the schedule in storage, so that a run missed while no process was up is made up for at the next start.
    /// Default true; has no effect on schedules with less than a minute between runs.
    /// </summary>
    public bool UseMonitor { get; set; } = true;

    /// <summary>Runs once more when the process takes hold of the timer. Default false.</summary>
    public bool RunOnStartup { get; set; }
}
