using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AgentFunctions.Hosting;

/// <summary>What every feature stands on: the clock, strict JSON, bodies, metrics and health.</summary>
internal static class HostingSetup
{
    public static IServiceCollection AddHosting(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<HostingOptions>().BindConfiguration(HostingOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<HostingOptions>, HostingOptionsValidator>();
        services.AddSingleton<IValidateOptions<HostingOptions>, PublicAddress>();
        services.ConfigureHttpJsonOptions(options => StrictJson.Apply(options.SerializerOptions));
        services.AddMetrics();
        services.AddSingleton<GovernanceMetrics>();
        services.AddSingleton<RequestBody>();
        services.AddHealthChecks()
            .AddCheck<TablesHealthCheck>("tables", timeout: HealthReader.LongestCheck)
            .AddCheck<BlobsHealthCheck>("blobs", timeout: HealthReader.LongestCheck);
        services.AddSingleton<HealthReader>();
        return services;
    }
}
