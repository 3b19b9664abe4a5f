using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace AgentFunctions.LocalRuntime.Tests.Drivers;

/// <summary>A clock that stands still, and says when somebody has begun to wait on it, so that a test need not guess.</summary>
internal sealed class ObservedClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly ConcurrentDictionary<TimeSpan, SemaphoreSlim> waits = new();

    /// <summary>Completes once for each wait of exactly this length that was begun.</summary>
    public Task WaitedForAsync(TimeSpan length, CancellationToken cancellationToken) => Waits(length).WaitAsync(cancellationToken);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        Waits(dueTime).Release();
        return timer;
    }

    private SemaphoreSlim Waits(TimeSpan length) => waits.GetOrAdd(length, _ => new SemaphoreSlim(0));
}
