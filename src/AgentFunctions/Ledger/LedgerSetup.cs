using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AgentFunctions.Ledger;

internal static class LedgerSetup
{
    /// <param name="tables">Makes the account's client from these options: the ledger decides what is repeated, the host who it is.</param>
    /// <param name="blobs">The same for blobs.</param>
    public static IServiceCollection AddLedger(
        this IServiceCollection services,
        Func<IServiceProvider, TableClientOptions, TableServiceClient> tables,
        Func<IServiceProvider, BlobClientOptions, BlobServiceClient> blobs)
    {
        _ = services.AddOptions<LedgerOptions>().BindConfiguration(LedgerOptions.Section).ValidateOnStart();
        _ = services.AddSingleton<IValidateOptions<LedgerOptions>, LedgerOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        _ = services.AddSingleton(provider => LedgerStorage.Create(
            options => tables(provider, options), options => blobs(provider, options)));
        _ = services.AddSingleton<StreamRegistry>();
        _ = services.AddSingleton<OpenNewStream>();
        _ = services.AddSingleton<LedgerWriter>();
        return services.AddHostedService(provider => provider.GetRequiredService<LedgerWriter>());
    }
}
