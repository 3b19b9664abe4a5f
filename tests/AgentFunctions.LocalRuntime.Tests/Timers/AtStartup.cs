using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.LocalRuntime.Tests.Timers;

public sealed class AtStartup(TimerProbe probe)
{
    [Function("Ticks")]
    public Task Run([TimerTrigger("01:00:00", RunOnStartup = true, UseMonitor = false)] TimerInfo timer, CancellationToken cancellationToken) =>
        probe.RunAsync(timer, cancellationToken);
}
