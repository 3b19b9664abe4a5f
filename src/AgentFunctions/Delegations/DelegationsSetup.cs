using Microsoft.Extensions.DependencyInjection;

namespace AgentFunctions.Delegations;

internal static class DelegationsSetup
{
    /// <summary>What people lend to agents.</summary>
    public static IServiceCollection AddDelegations(this IServiceCollection services) =>
        services.AddSingleton<DelegationAccess>().AddSingleton<PutDelegation>().AddSingleton<DeleteDelegation>().AddSingleton<ReadDelegations>();
}
