using AgentFunctions.LocalRuntime.Functions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AgentFunctions.LocalRuntime.Timers;

internal static class TimerServices
{
    /// <summary>Nothing for an app without timers: it needs no storage.</summary>
    public static void Add(IServiceCollection services, IConfiguration configuration, IReadOnlyList<Function> functions)
    {
        if (functions.OfType<Function.Timer>().ToList() is not [var first, ..] timers)
        {
            return;
        }

        var storage = TimerStorage.Open(configuration, first.Definition.PathToAssembly);
        services.AddSingleton<IReadOnlyList<TimerRunner>>(provider =>
        {
            var now = provider.GetRequiredService<TimeProvider>().GetUtcNow();
            return [.. timers.Select(timer => ActivatorUtilities.CreateInstance<TimerRunner>(provider, Timer.Read(timer, configuration, now), storage))];
        });
        services.AddHostedService<TimerPump>();
    }
}
