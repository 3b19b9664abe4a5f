namespace AgentFunctions.Tests.Ledger;

/// <summary>The real clock, later by a span: for another process's view of one that has been silent.</summary>
internal sealed class LaterClock(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
}
