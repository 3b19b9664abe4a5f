using AgentFunctions.Domain.Principals;
using AgentFunctions.Hosting.Storage.Versions;
using AgentFunctions.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AgentFunctions.Principals;

internal static class PrincipalsSetup
{
    /// <summary>Principals, their entitlements and imports; and who is a governed agent, which their rows say.</summary>
    public static IServiceCollection AddPrincipals(this IServiceCollection services)
    {
        services.AddOptions<ImportOptions>().BindConfiguration(ImportOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ImportOptions>, ImportOptionsValidator>();
        services.AddSingleton(provider => new FreeHead(
            provider.GetRequiredService<TimeProvider>(),
            TimeSpan.FromSeconds(provider.GetRequiredService<IOptions<ImportOptions>>().Value.AbandonedSeconds)));
        services.AddSingleton<EntitlementTargets>().AddSingleton<PlanRowEdit>().AddSingleton<PrincipalIndex>();
        services.AddSingleton<PutEntitlement>().AddSingleton<DeleteEntitlement>().AddSingleton<ReadEntitlements>();
        services.AddSingleton<PutPrincipal>().AddSingleton<ReadPrincipals>();
        services.AddSingleton<ReadImport>().AddSingleton<ImportPlan>().AddSingleton<ImportPrincipal>();
        services.TryAddSingleton(provider => GovernedBy(provider.GetRequiredService<EntitlementTargets>().Rows));
        return services;
    }

    private static GovernedAgents GovernedBy(VersionedRows rows) => new(async (clientId, cancellationToken) =>
    {
        var partition = PrincipalTable.PartitionOf(new PrincipalId(PrincipalId.AgentType, clientId));
        var head = await rows.ReadHeadAsync(partition, cancellationToken);
        return PrincipalRow.Read(head.Columns).AgentVersion > 0;
    });
}
