using AgentFunctions.LocalRuntime.Tests.Drivers;
using AgentFunctions.Shared;
using Azure.Storage.Blobs.Specialized;

namespace AgentFunctions.LocalRuntime.Tests.Timers;

/// <summary>Several processes on one storage, each with a clock of its own.</summary>
public sealed class TimerLeaseTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 1, 0, TimeSpan.Zero);
    private static readonly TimeSpan UntilFirst = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Contended = TimeSpan.FromSeconds(5);

    private readonly CancellationToken cancellationToken = TestContext.Current.CancellationToken;
    private readonly ObservedClock clock = new(Start);
    private readonly ObservedClock otherClock = new(Start);
    private readonly TimerProbe probe = new();
    private readonly TimerProbe otherProbe = new();

    [Fact]
    public async Task Only_one_process_runs_a_timer_and_another_goes_on_when_it_ends()
    {
        var timer = new TimerApp(azurite.ConnectionString, clock, typeof(EveryFiveMinutes));
        await using var first = await timer.StartAsync(probe, cancellationToken);
        await clock.WaitedForAsync(UntilFirst, cancellationToken);
        await using var second = await timer.On(otherClock).StartAsync(otherProbe, cancellationToken);
        await otherClock.WaitedForAsync(Contended, cancellationToken);
        clock.Advance(UntilFirst);
        otherClock.Advance(UntilFirst);
        await probe.NextAsync(cancellationToken);
        await otherClock.WaitedForAsync(Contended, cancellationToken);
        otherProbe.Pending.ShouldBe(0);

        await first.StopAsync(cancellationToken);
        otherClock.Advance(Contended);
        await otherClock.WaitedForAsync(TimeSpan.FromMinutes(5) - Contended, cancellationToken);
        otherClock.Advance(TimeSpan.FromMinutes(5));
        (await otherProbe.NextAsync(cancellationToken)).IsPastDue.ShouldBeFalse();
    }

    [Fact]
    public async Task A_process_whose_lease_was_taken_stops_its_run()
    {
        var timer = new TimerApp(azurite.ConnectionString, clock, typeof(EveryFiveMinutes));
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        probe.Work = async token =>
        {
            await using var registration = token.Register(cancelled.SetResult);
            await cancelled.Task;
            token.ThrowIfCancellationRequested();
        };
        await using var app = await timer.StartAsync(probe, cancellationToken);
        await clock.WaitedForAsync(UntilFirst, cancellationToken);
        clock.Advance(UntilFirst);
        await probe.NextAsync(cancellationToken);

        // As when the process was away longer than its lease: it ended, and another took it.
        await timer.Lock.GetBlobLeaseClient().BreakAsync(TimeSpan.Zero, conditions: null, cancellationToken);
        await timer.Lock.GetBlobLeaseClient("7f0f8d2e-8b8e-4b1e-9df0-1f8e2f8f0a11").AcquireAsync(TimeSpan.FromSeconds(60), conditions: null, cancellationToken);
        clock.Advance(Contended);
        await cancelled.Task.WaitAsync(cancellationToken);
    }

    [Fact]
    public async Task A_process_that_finds_its_lease_taken_does_not_run()
    {
        var timer = new TimerApp(azurite.ConnectionString, clock, typeof(EveryFiveMinutes));
        await using var app = await timer.StartAsync(probe, cancellationToken);
        await clock.WaitedForAsync(Contended, cancellationToken);
        await clock.WaitedForAsync(UntilFirst, cancellationToken);
        await timer.Lock.GetBlobLeaseClient().BreakAsync(TimeSpan.Zero, conditions: null, cancellationToken);
        await timer.Lock.GetBlobLeaseClient("7f0f8d2e-8b8e-4b1e-9df0-1f8e2f8f0a11").AcquireAsync(TimeSpan.FromSeconds(60), conditions: null, cancellationToken);
        clock.Advance(UntilFirst);
        await clock.WaitedForAsync(Contended, cancellationToken);
        probe.Pending.ShouldBe(0);
    }

    [Fact]
    public async Task A_process_without_storage_serves_requests_and_takes_up_its_timers_when_storage_comes()
    {
        await using var storage = new AzuriteFixture();
        await storage.InitializeAsync();
        var timer = new TimerApp(storage.ConnectionString, clock, typeof(EveryFiveMinutes));
        await storage.StopAsync(cancellationToken);
        await using var app = await timer.StartAsync(probe, cancellationToken);
        await clock.WaitedForAsync(TimeSpan.FromSeconds(1), cancellationToken);
        clock.Advance(TimeSpan.FromSeconds(1));
        await clock.WaitedForAsync(TimeSpan.FromSeconds(2), cancellationToken);
        (await app.GetAsync("/companion", cancellationToken)).ShouldBe("here");
        await storage.StartAsync(cancellationToken);
        clock.Advance(TimeSpan.FromSeconds(2));
        await clock.WaitedForAsync(UntilFirst - TimeSpan.FromSeconds(3), cancellationToken);
        clock.Advance(UntilFirst);
        (await probe.NextAsync(cancellationToken)).IsPastDue.ShouldBeFalse();
    }
}
