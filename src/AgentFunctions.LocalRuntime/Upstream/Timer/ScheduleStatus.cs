namespace Microsoft.Azure.Functions.Worker;

/// <summary>Where a timer's schedule stands, in UTC.</summary>
public sealed class ScheduleStatus
{
    /// <summary>When it last ran; the default value when it never did.</summary>
    public DateTime Last { get; set; }

    /// <summary>When it is to run next.</summary>
    public DateTime Next { get; set; }

    /// <summary>The time from which <see cref="Next"/> was computed, so that a changed schedule is noticed.</summary>
    public DateTime LastUpdated { get; set; }
}
