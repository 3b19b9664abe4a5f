using AgentFunctions.Hosting.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AgentFunctions.Ledger;

internal static class LedgerSetup
{
    /// <summary>
    /// The ledger, on the storage of <see cref="StorageSetup.AddStorage"/>. Who reads changes of authority registers an
    /// <see cref="IsApplied"/>.
    /// </summary>
    public static IServiceCollection AddLedger(this IServiceCollection services)
    {
        _ = services.AddOptions<LedgerOptions>().BindConfiguration(LedgerOptions.Section).ValidateOnStart();
        _ = services.AddSingleton<IValidateOptions<LedgerOptions>, LedgerOptionsValidator>();
        _ = services.AddSingleton<IValidateOptions<LedgerOptions>, UnsafeLedgerOptions>();
        services.TryAddSingleton(TimeProvider.System);
        _ = services.AddSingleton(LedgerStorage.Create);
        _ = services.AddSingleton<StreamRegistry>();
        _ = services.AddSingleton<CheckpointKeys>();
        _ = services.AddSingleton<CheckpointLog>();
        _ = services.AddSingleton<StreamEntries>();
        _ = services.AddSingleton<OpenNewStream>();
        _ = services.AddSingleton<SealSilentStreams>();
        _ = services.AddSingleton<WriteCheckpoint>();
        _ = services.AddSingleton<VerifyLedger>();
        _ = services.AddSingleton<ReadEntry>();
        _ = services.AddSingleton<ReadStream>();
        _ = services.AddSingleton<LedgerWriter>();
        return services.AddHostedService(provider => provider.GetRequiredService<LedgerWriter>());
    }
}
