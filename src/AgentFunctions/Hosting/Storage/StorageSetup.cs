using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AgentFunctions.Hosting.Storage;

internal static class StorageSetup
{
    /// <summary>
    /// Clients of tables and blobs, and the creation of what is missing. An <see cref="HttpPipelineTransport"/> that
    /// is registered carries their requests: faults are injected there.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => CreateTableService(provider, provider.GetRequiredService<IOptions<StorageOptions>>().Value));
        services.AddSingleton(provider => CreateBlobService(provider, provider.GetRequiredService<IOptions<StorageOptions>>().Value));
        services.AddSingleton<Tables>();
        services.AddSingleton<CreateTables>();
        return services.AddHostedService(provider => provider.GetRequiredService<CreateTables>());
    }

    private static TableServiceClient CreateTableService(IServiceProvider provider, StorageOptions storage)
    {
        var client = Bounded(new TableClientOptions(), provider, storage);
        return storage.TableEndpoint is { } endpoint
            ? new TableServiceClient(endpoint, CreateCredential(storage), client)
            : new TableServiceClient(storage.ConnectionString, client);
    }

    private static BlobServiceClient CreateBlobService(IServiceProvider provider, StorageOptions storage)
    {
        var client = Bounded(new BlobClientOptions(), provider, storage);
        return storage.BlobEndpoint is { } endpoint
            ? new BlobServiceClient(endpoint, CreateCredential(storage), client)
            : new BlobServiceClient(storage.ConnectionString, client);
    }

    private static ManagedIdentityCredential CreateCredential(StorageOptions storage) =>
        new(ManagedIdentityId.FromUserAssignedClientId(storage.ManagedIdentityClientId));

    private static T Bounded<T>(T client, IServiceProvider provider, StorageOptions storage)
        where T : ClientOptions
    {
        client.Retry.Mode = RetryMode.Exponential;
        client.Retry.MaxRetries = storage.Retries;
        client.Retry.Delay = TimeSpan.FromSeconds(storage.RetryDelaySeconds);
        client.Retry.MaxDelay = TimeSpan.FromSeconds(storage.RetryDelaySeconds * 4);
        client.Retry.NetworkTimeout = TimeSpan.FromSeconds(storage.AttemptSeconds);
        if (provider.GetService<HttpPipelineTransport>() is { } transport)
        {
            client.Transport = transport;
        }

        return client;
    }
}
