using Azure.Data.Tables;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AgentFunctions.Hosting.Storage;

/// <summary>Creates what is missing in the background, until it is there: the app starts, and denies, while storage is down.</summary>
internal sealed partial class CreateTables(Tables tables, IOptions<StorageOptions> options, TimeProvider clock, ILogger<CreateTables> logger)
    : BackgroundService
{
    private readonly TaskCompletionSource created = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when every table is there.</summary>
    public Task Created => created.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Leaves the start of the host to go on at once.
        await Task.Yield();
        foreach (var table in tables.Everyone)
        {
            while (!await TryCreateAsync(table, stoppingToken))
            {
                await Task.Delay(TimeSpan.FromSeconds(options.Value.CreateRetrySeconds), clock, stoppingToken);
            }
        }

        created.SetResult();
    }

    private async Task<bool> TryCreateAsync(TableClient table, CancellationToken cancellationToken)
    {
        try
        {
            await table.CreateIfNotExistsAsync(cancellationToken);
            return true;
        }
        catch (Exception fault) when (StorageFault.IsOne(fault, cancellationToken))
        {
            Log.NotCreated(logger, table.Name, StorageFault.Describe(fault));
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "table {Table} was not created yet: {Code}")]
        public static partial void NotCreated(ILogger logger, string table, string code);
    }
}
