using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace AgentFunctions.LocalRuntime.Tests.Drivers;

/// <summary>A clock that stands still, and says when somebody has begun to wait on it, so that a test need not guess.</summary>
internal sealed class ObservedClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    // Far longer than any test takes on a busy machine: a broken promise must fail, not hang.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<TimeSpan, SemaphoreSlim> waits = new();
    private readonly ConcurrentQueue<TimeSpan> begun = new();

    /// <summary>Completes once for each wait of exactly this length that was begun.</summary>
    public async Task WaitedForAsync(TimeSpan length, CancellationToken cancellationToken) =>
        (await Waits(length).WaitAsync(Patience, cancellationToken)).ShouldBeTrue($"nobody waited for {length}, but for {string.Join(", ", begun)}");

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        begun.Enqueue(dueTime);
        Waits(dueTime).Release();
        return timer;
    }

    private SemaphoreSlim Waits(TimeSpan length) => waits.GetOrAdd(length, _ => new SemaphoreSlim(0));
}
