using Azure.Core;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;

namespace AgentFunctions.LocalRuntime.Timers;

/// <summary>Where the Functions host keeps what it knows about timers: the container `azure-webjobs-hosts`.</summary>
internal sealed class TimerStorage(BlobContainerClient container, string hostId)
{
    private const string Setting = "AzureWebJobsStorage";
    private const string HostIdSetting = "AzureFunctionsWebHost:hostid";
    private const int LongestHostId = 32;

    /// <summary>Refuses a missing or unreadable setting; reaches for nothing yet.</summary>
    public static TimerStorage Open(IConfiguration configuration, string assemblyPath)
    {
        var connection = configuration[Setting];
        if (string.IsNullOrEmpty(connection))
        {
            throw new StartRefusedException($"timer functions need the setting `{Setting}`");
        }

        try
        {
            // Failures are tried again here, by the app's clock, and not inside the client.
            var options = new BlobClientOptions { Retry = { MaxRetries = 0, Mode = RetryMode.Fixed, NetworkTimeout = TimeSpan.FromSeconds(10) } };
            return new TimerStorage(
                new BlobContainerClient(connection, "azure-webjobs-hosts", options),
                configuration[HostIdSetting] ?? HostId(Path.GetFileNameWithoutExtension(assemblyPath)));
        }
        catch (FormatException)
        {
            // The value holds a key: it is not repeated.
            throw new StartRefusedException($"the setting `{Setting}` is not a connection string");
        }
    }

    public Task CreateAsync(CancellationToken cancellationToken) => container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);

    public BlobClient Lock(Timer timer) => container.GetBlobClient($"locks/{hostId}/{timer.Name}.Listener");

    public BlobClient Status(Timer timer) => container.GetBlobClient($"timers/{hostId}/{timer.Name}/status");

    private static string HostId(string name)
    {
        var id = string.Concat(name.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
        return id.Length > LongestHostId ? id[..LongestHostId] : id;
    }
}
