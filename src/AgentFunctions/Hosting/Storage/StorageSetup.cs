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
        services.AddSingleton(provider => ConnectTables(provider, OptionsOf(provider).Attempt));
        services.AddSingleton(provider => CreateBlobService(provider, Bounded(new BlobClientOptions(), OptionsOf(provider), OptionsOf(provider).Attempt)));
        services.AddSingleton<CreateTables>();
        return services.AddHostedService(provider => provider.GetRequiredService<CreateTables>());
    }

    /// <summary>The app's tables through a client of their own, which waits this long for an attempt.</summary>
    public static Tables ConnectTables(IServiceProvider provider, TimeSpan attempt)
    {
        var storage = OptionsOf(provider);
        return new(CreateTableService(provider, Bounded(new TableClientOptions(), storage, attempt)), storage.TablePrefix);
    }

    /// <summary>A client of the account's tables, with the host's credential and transport, that retries as <paramref name="client"/> says.</summary>
    public static TableServiceClient CreateTableService(IServiceProvider provider, TableClientOptions client)
    {
        var storage = OptionsOf(provider);
        Carry(client, provider);
        return storage.TableEndpoint is { } endpoint
            ? new TableServiceClient(endpoint, CreateCredential(storage), client)
            : new TableServiceClient(storage.ConnectionString, client);
    }

    /// <summary>The same for blobs.</summary>
    public static BlobServiceClient CreateBlobService(IServiceProvider provider, BlobClientOptions client)
    {
        var storage = OptionsOf(provider);
        Carry(client, provider);
        return storage.BlobEndpoint is { } endpoint
            ? new BlobServiceClient(endpoint, CreateCredential(storage), client)
            : new BlobServiceClient(storage.ConnectionString, client);
    }

    private static StorageOptions OptionsOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<StorageOptions>>().Value;

    private static ManagedIdentityCredential CreateCredential(StorageOptions storage) =>
        new(ManagedIdentityId.FromUserAssignedClientId(storage.ManagedIdentityClientId));

    private static T Bounded<T>(T client, StorageOptions storage, TimeSpan attempt)
        where T : ClientOptions
    {
        client.Retry.Mode = RetryMode.Exponential;
        client.Retry.MaxRetries = storage.Retries;
        client.Retry.Delay = TimeSpan.FromSeconds(storage.RetryDelaySeconds);
        client.Retry.MaxDelay = TimeSpan.FromSeconds(storage.RetryDelaySeconds * 4);
        client.Retry.NetworkTimeout = attempt;
        return client;
    }

    private static void Carry(ClientOptions client, IServiceProvider provider)
    {
        if (provider.GetService<HttpPipelineTransport>() is { } transport)
        {
            client.Transport = transport;
        }
    }
}
