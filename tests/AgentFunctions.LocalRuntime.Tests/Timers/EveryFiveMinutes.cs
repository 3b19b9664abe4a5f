using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.LocalRuntime.Tests.Timers;

public sealed class EveryFiveMinutes(TimerProbe probe)
{
    [Function("Ticks")]
    public Task Run([TimerTrigger("%Sweep:Schedule%")] TimerInfo timer, FunctionContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ShouldBe(context.CancellationToken);
        return probe.RunAsync(timer, cancellationToken);
    }
}
