using System.Threading.Channels;
using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.LocalRuntime.Tests.Timers;

/// <summary>What the timer function of a test does, and what it was told.</summary>
public sealed class TimerProbe
{
    private readonly Channel<TimerInfo> runs = Channel.CreateUnbounded<TimerInfo>();
    private int running;

    /// <summary>The most runs that were ever under way at once.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>Runs begun and not yet taken by <see cref="NextAsync"/>.</summary>
    public int Pending => runs.Reader.Count;

    /// <summary>What a run does; nothing unless the test says so.</summary>
    public Func<CancellationToken, Task> Work { get; set; } = _ => Task.CompletedTask;

    public async Task<TimerInfo> NextAsync(CancellationToken cancellationToken) =>
        await runs.Reader.ReadAsync(cancellationToken).AsTask().WaitAsync(TimeSpan.FromMinutes(1), cancellationToken);

    public async Task RunAsync(TimerInfo timer, CancellationToken cancellationToken)
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref running));
        runs.Writer.TryWrite(timer).ShouldBeTrue();
        try
        {
            await Work(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }
}
