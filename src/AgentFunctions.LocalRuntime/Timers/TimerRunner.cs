using AgentFunctions.LocalRuntime.Invocations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgentFunctions.LocalRuntime.Timers;

/// <summary>Runs one timer: takes its lease, follows its schedule while it holds it, and begins again when it is lost.</summary>
internal sealed partial class TimerRunner(
    Timer timer,
    TimerStorage storage,
    FunctionExecutionDelegate pipeline,
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<TimerRunner> logger)
{
    private static readonly TimeSpan Contended = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(30);

    // A timer of the runtime cannot wait longer than 49 days.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private bool startupRunIsDue = timer.Function.Trigger.RunOnStartup;

    public async Task RunAsync(CancellationToken stopping)
    {
        var retry = FirstRetry;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await HoldAsync(stopping);
                retry = FirstRetry;
                await Task.Delay(Contended, clock, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                Log.Unreachable(logger, timer.Name, retry, exception);
                await Task.Delay(retry, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                retry = retry * 2 < LongestRetry ? retry * 2 : LongestRetry;
            }
        }
    }

    private async Task HoldAsync(CancellationToken stopping)
    {
        await storage.CreateAsync(stopping);
        await using var lease = await TimerLease.TryAcquireAsync(storage.Lock(timer), clock, stopping);
        if (lease is null)
        {
            return;
        }

        using var held = CancellationTokenSource.CreateLinkedTokenSource(stopping, lease.Lost);
        try
        {
            await FollowAsync(lease, held.Token);
        }
        catch (OperationCanceledException) when (lease.Lost.IsCancellationRequested)
        {
            Log.Lost(logger, timer.Name);
        }
    }

    private async Task FollowAsync(TimerLease lease, CancellationToken held)
    {
        var status = new TimerStatus(timer, storage.Status(timer));
        var now = clock.GetUtcNow();
        await status.LoadAsync(now, held);
        var isPastDue = now.UtcDateTime > status.Value.Next;
        var isDueNow = isPastDue || startupRunIsDue;
        while (true)
        {
            if (!isDueNow)
            {
                await WaitAsync(status.Value.Next, held);
            }

            if (!await lease.RenewAsync(held))
            {
                Log.Lost(logger, timer.Name);
                return;
            }

            startupRunIsDue = false;
            var startedAt = clock.GetUtcNow();
            await InvokeAsync(new TimerInfo { IsPastDue = isPastDue, ScheduleStatus = timer.IsMonitored ? status.Value : null }, startedAt, held);
            (isPastDue, isDueNow) = (false, false);

            // It has run, and a stop in between must not make it run again.
            await status.MoveOnAsync(startedAt, CancellationToken.None);
        }
    }

    private async Task WaitAsync(DateTime due, CancellationToken cancellationToken)
    {
        while (due - clock.GetUtcNow().UtcDateTime is { Ticks: > 0 } wait)
        {
            await Task.Delay(wait < LongestWait ? wait : LongestWait, clock, cancellationToken);
        }
    }

    // A run that fails has run. One that is cut short by a stop has not: the schedule stays, and the next start makes up for it.
    private async Task InvokeAsync(TimerInfo info, DateTimeOffset startedAt, CancellationToken held)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = new LocalFunctionContext(timer.Function, startedAt)
        {
            TimerToken = held,
            Timer = info,
            InstanceServices = scope.ServiceProvider,
        };
        try
        {
            await pipeline(context);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !held.IsCancellationRequested)
        {
            Log.Failed(logger, timer.Name, context.InvocationId, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Timer {Timer} failed, invocation {InvocationId}; its schedule goes on")]
        public static partial void Failed(ILogger logger, string timer, string invocationId, Exception exception);

        [LoggerMessage(2, LogLevel.Warning, "Timer {Timer} cannot reach its storage, next attempt in {Wait}")]
        public static partial void Unreachable(ILogger logger, string timer, TimeSpan wait, Exception exception);

        [LoggerMessage(3, LogLevel.Warning, "Timer {Timer} lost its lease; another process may run it now")]
        public static partial void Lost(ILogger logger, string timer);
    }
}
