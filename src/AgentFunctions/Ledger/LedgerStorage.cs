using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

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

    /// <param name="tables">Makes a client of the account, with the host's credential, from these options.</param>
    /// <param name="blobs">The same for blobs.</param>
    public static LedgerStorage Create(
        Func<TableClientOptions, TableServiceClient> tables, Func<BlobClientOptions, BlobServiceClient> blobs)
    {
        var once = new TableClientOptions { Retry = { MaxRetries = 0, NetworkTimeout = LongestCall } };
        var repeating = new TableClientOptions();
        Repeat(repeating.Retry);
        var blobOptions = new BlobClientOptions();
        Repeat(blobOptions.Retry);
        return new LedgerStorage(
            tables(once).GetTableClient(LedgerTable.Name),
            tables(repeating).GetTableClient(LedgerTable.Name),
            blobs(blobOptions).GetBlobContainerClient(CheckpointContainer));
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
