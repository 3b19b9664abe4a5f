using Microsoft.Extensions.Hosting;

namespace AgentFunctions.LocalRuntime.Timers;

/// <summary>
/// Runs every timer side by side. A stop cancels the tokens of running functions and waits for them, as long as the host's
/// shutdown timeout allows.
/// </summary>
internal sealed class TimerPump(IReadOnlyList<TimerRunner> runners) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(runners.Select(runner => runner.RunAsync(stoppingToken)));
}
