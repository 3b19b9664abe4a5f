using AgentFunctions.LocalRuntime.Tests.Drivers;
using AgentFunctions.Shared;
using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.LocalRuntime.Tests.Timers;

public sealed class TimerTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 1, 0, TimeSpan.Zero);
    private static readonly TimeSpan UntilFirst = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(5);

    private readonly CancellationToken cancellationToken = TestContext.Current.CancellationToken;
    private readonly ObservedClock clock = new(Start);
    private readonly TimerProbe probe = new();

    [Fact]
    public async Task A_timer_runs_when_its_time_comes_and_its_schedule_is_kept()
    {
        var timer = new TimerApp(azurite.ConnectionString, clock, typeof(EveryFiveMinutes));
        await using var app = await timer.StartAsync(probe, cancellationToken);
        await clock.WaitedForAsync(UntilFirst, cancellationToken);
        var initial = await timer.ReadStatusAsync(cancellationToken);
        clock.Advance(UntilFirst);
        var run = await probe.NextAsync(cancellationToken);
        await clock.WaitedForAsync(Between, cancellationToken);
        var kept = await timer.ReadStatusAsync(cancellationToken);

        run.IsPastDue.ShouldBeFalse();
        (initial.Last, initial.Next).ShouldBe((default, new DateTime(2026, 3, 1, 12, 5, 0, DateTimeKind.Utc)));
        (run.ScheduleStatus!.Last, run.ScheduleStatus.Next).ShouldBe((initial.Last, initial.Next));
        (kept.Last, kept.Next).ShouldBe((initial.Next, initial.Next.AddMinutes(5)));
    }

    [Fact]
    public async Task A_run_missed_while_no_process_was_up_is_made_up_for_once()
    {
        var timer = new TimerApp(azurite.ConnectionString, clock, typeof(EveryFiveMinutes));
        await using (await timer.StartAsync(probe, cancellationToken))
        {
            await clock.WaitedForAsync(UntilFirst, cancellationToken);
        }

        clock.Advance(TimeSpan.FromMinutes(20));
        await using var again = await timer.StartAsync(probe, cancellationToken);
        var run = await probe.NextAsync(cancellationToken);
        await clock.WaitedForAsync(UntilFirst, cancellationToken);
        run.IsPastDue.ShouldBeTrue();
        probe.Pending.ShouldBe(0);
    }

    [Fact]
    public async Task A_timer_that_is_not_monitored_runs_at_startup_and_knows_no_schedule()
    {
        var timer = new TimerApp(azurite.ConnectionString, clock, typeof(AtStartup));
        await using var app = await timer.StartAsync(probe, cancellationToken);
        var run = await probe.NextAsync(cancellationToken);
        await clock.WaitedForAsync(TimeSpan.FromHours(1), cancellationToken);
        run.ShouldSatisfyAllConditions(() => run.IsPastDue.ShouldBeFalse(), () => run.ScheduleStatus.ShouldBeNull());
        (await timer.Status.ExistsAsync(cancellationToken)).Value.ShouldBeFalse();
    }

    [Fact]
    public async Task A_failed_run_is_logged_and_the_schedule_goes_on()
    {
        var timer = new TimerApp(azurite.ConnectionString, clock, typeof(EveryFiveMinutes));
        probe.Work = _ => throw new InvalidOperationException("broken");
        await using var app = await timer.StartAsync(probe, cancellationToken);
        await clock.WaitedForAsync(UntilFirst, cancellationToken);
        clock.Advance(UntilFirst);
        await probe.NextAsync(cancellationToken);
        await clock.WaitedForAsync(Between, cancellationToken);
        clock.Advance(Between);
        await probe.NextAsync(cancellationToken);
        app.Log.Lines.ShouldContain(line => line.StartsWith("Error: Timer Ticks failed, invocation ", StringComparison.Ordinal) && line.EndsWith("broken", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Runs_never_overlap_and_those_missed_meanwhile_become_one()
    {
        var timer = new TimerApp(azurite.ConnectionString, clock, typeof(EveryFiveMinutes));
        var finish = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        probe.Work = _ => finish.Task;
        await using var app = await timer.StartAsync(probe, cancellationToken);
        await clock.WaitedForAsync(UntilFirst, cancellationToken);
        clock.Advance(UntilFirst);
        await probe.NextAsync(cancellationToken);
        clock.Advance(TimeSpan.FromMinutes(17));
        finish.SetResult();
        await probe.NextAsync(cancellationToken);
        await clock.WaitedForAsync(TimeSpan.FromMinutes(3), cancellationToken);
        (probe.MostAtOnce, probe.Pending).ShouldBe((1, 0));
    }

    [Fact]
    public async Task A_stop_cancels_the_run_and_waits_for_it_and_the_next_start_makes_up_for_it()
    {
        var timer = new TimerApp(azurite.ConnectionString, clock, typeof(EveryFiveMinutes));
        var cleaned = false;
        probe.Work = async token =>
        {
            var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var registration = token.Register(cancelled.SetResult);
            await cancelled.Task;
            cleaned = true;
            token.ThrowIfCancellationRequested();
        };
        await using (var app = await timer.StartAsync(probe, cancellationToken))
        {
            await clock.WaitedForAsync(UntilFirst, cancellationToken);
            clock.Advance(UntilFirst);
            await probe.NextAsync(cancellationToken);
            await app.StopAsync(cancellationToken);
            cleaned.ShouldBeTrue();
        }

        clock.Advance(TimeSpan.FromSeconds(1));
        probe.Work = _ => Task.CompletedTask;
        await using var again = await timer.StartAsync(probe, cancellationToken);
        (await probe.NextAsync(cancellationToken)).IsPastDue.ShouldBeTrue();
    }

    [Fact]
    public async Task A_changed_schedule_goes_on_from_where_the_old_one_stood()
    {
        var timer = new TimerApp(azurite.ConnectionString, clock, typeof(EveryFiveMinutes));
        var old = new ScheduleStatus { LastUpdated = Start.UtcDateTime, Next = Start.UtcDateTime.AddHours(1) };
        await timer.CreateContainerAsync(cancellationToken);
        await timer.Status.UploadAsync(BinaryData.FromObjectAsJson(old), cancellationToken);
        await using var app = await timer.StartAsync(probe, cancellationToken);
        await clock.WaitedForAsync(UntilFirst, cancellationToken);
        (await timer.ReadStatusAsync(cancellationToken)).Next.ShouldBe(Start.UtcDateTime + UntilFirst);
    }
}
