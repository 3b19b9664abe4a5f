using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AgentFunctions.Hosting;

/// <summary>What every feature stands on: the clock, strict JSON, bodies, metrics and health.</summary>
internal static class HostingServices
{
    public static IServiceCollection AddHosting(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.ConfigureHttpJsonOptions(options => StrictJson.Apply(options.SerializerOptions));
        services.AddMetrics();
        services.AddSingleton<GovernanceMetrics>();
        services.AddSingleton<RequestBody>();
        services.AddHealthChecks();
        services.AddSingleton<HealthReader>();
        return services;
    }
}
