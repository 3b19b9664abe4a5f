using Microsoft.Extensions.DependencyInjection;

namespace AgentFunctions.Agents;

internal static class AgentsSetup
{
    /// <summary>The registry of agents.</summary>
    public static IServiceCollection AddAgents(this IServiceCollection services) =>
        services.AddSingleton<PutAgent>().AddSingleton<SwitchAgent>().AddSingleton<ReadAgents>();
}
