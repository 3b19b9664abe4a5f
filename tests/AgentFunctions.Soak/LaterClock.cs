namespace AgentFunctions.Soak;

/// <summary>The real clock, later by a span.</summary>
internal sealed class LaterClock(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
}
