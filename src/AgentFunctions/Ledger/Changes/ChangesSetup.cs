using AgentFunctions.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgentFunctions.Ledger.Changes;

internal static class ChangesSetup
{
    /// <summary>What every feature that changes authority uses.</summary>
    public static IServiceCollection AddChanges(this IServiceCollection services) =>
        services.AddSingleton<FindApplied>()
            .AddSingleton<IsApplied>(provider => provider.GetRequiredService<FindApplied>().RunAsync)
            .AddSingleton<RecordChange>()
            .AddSingleton<ChangeAuthority>()
            .AddSingleton<DocumentBody>()
            .AddSingleton<ReadPut>();
}
