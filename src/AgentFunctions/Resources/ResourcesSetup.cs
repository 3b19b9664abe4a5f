using Microsoft.Extensions.DependencyInjection;

namespace AgentFunctions.Resources;

internal static class ResourcesSetup
{
    /// <summary>What is known of resources.</summary>
    public static IServiceCollection AddResources(this IServiceCollection services) =>
        services.AddSingleton<PutResource>().AddSingleton<DeleteResource>().AddSingleton<ReadResources>();
}
