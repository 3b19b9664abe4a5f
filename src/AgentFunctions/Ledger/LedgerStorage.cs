using AgentFunctions.Hosting.Storage;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AgentFunctions.Ledger;

/// <summary>The clients of the ledger's storage. One a process: they own the connections.</summary>
internal sealed class LedgerStorage(TableClient once, TableClient table, BlobContainerClient checkpoints)
{
    public const string CheckpointContainer = "checkpoints";

    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(10);

    private volatile bool created;

    /// <summary>The table through a client that sends each request once: repeating a commit blindly is not harmless.</summary>
    public TableClient Once { get; } = once;

    /// <summary>The table through a client that repeats what may be repeated: reads.</summary>
    public TableClient Table { get; } = table;

    /// <summary>Where checkpoints are kept, outside the tables.</summary>
    public BlobContainerClient Checkpoints { get; } = checkpoints;

    public static LedgerStorage Create(IServiceProvider provider)
    {
        var once = new TableClientOptions { Retry = { MaxRetries = 0, NetworkTimeout = LongestCall } };
        var repeating = new TableClientOptions();
        Repeat(repeating.Retry);
        var blobs = new BlobClientOptions();
        Repeat(blobs.Retry);
        var prefix = provider.GetRequiredService<IOptions<StorageOptions>>().Value.TablePrefix;
        return new LedgerStorage(
            StorageSetup.CreateTableService(provider, once).GetTableClient(prefix + LedgerTable.Name),
            StorageSetup.CreateTableService(provider, repeating).GetTableClient(prefix + LedgerTable.Name),
            StorageSetup.CreateBlobService(provider, blobs).GetBlobContainerClient(prefix.ToLowerInvariant() + CheckpointContainer));
    }

    /// <summary>Creates the table where it is not there yet; once it has succeeded it asks no more.</summary>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        if (created)
            return;
        await Once.CreateIfNotExistsAsync(cancellationToken);
        created = true;
    }

    private static void Repeat(RetryOptions retry)
    {
        retry.MaxRetries = 3;
        retry.Mode = RetryMode.Exponential;
        retry.Delay = TimeSpan.FromMilliseconds(50);
        retry.MaxDelay = TimeSpan.FromSeconds(2);
        retry.NetworkTimeout = LongestCall;
    }
}
