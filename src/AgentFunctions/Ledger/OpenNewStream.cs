using AgentFunctions.Domain.Ledger;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AgentFunctions.Ledger;

/// <summary>
/// Opens a stream: first the registry says so, then the stream's own head is inserted, and only inserted. A process that
/// is killed or late in between finds the head sealed by another and opens the next one.
/// </summary>
internal sealed partial class OpenNewStream(
    LedgerStorage storage, StreamRegistry registry, IOptions<LedgerOptions> options, TimeProvider clock, ILogger<OpenStream> logger)
{
    /// <param name="full">Called when more waits than one transaction holds, and when the stream has become long.</param>
    /// <returns>Null when another sealed the stream before it began.</returns>
    public async Task<OpenStream?> OpenAsync(Action full, CancellationToken cancellationToken)
    {
        var opened = await registry.OpenAsync(cancellationToken);
        var number = (uint)opened.Id.Sequence;
        var head = new StreamHead(0, opened.Hash);
        var partition = LedgerTable.Partition(number);
        if (await InsertHeadAsync(partition, head, cancellationToken) is not { } etag)
            return null;
        Log.Opened(logger, number);
        var settings = options.Value;
        var rows = new StreamRows(storage, number, TimeSpan.FromMilliseconds(settings.CommitMilliseconds), clock);
        var queue = new EntryQueue(number, settings.WaitingEntries, settings.StreamEntries);
        return new OpenStream(number, head, etag, rows, queue, registry, full, settings, clock, logger);
    }

    private async Task<ETag?> InsertHeadAsync(string partition, StreamHead head, CancellationToken cancellationToken)
    {
        try
        {
            var row = LedgerTable.ToRow(partition, head, StreamState.Open, clock.GetUtcNow());
            var answer = await storage.Table.AddEntityAsync(row, cancellationToken);
            if (answer.Headers.ETag is { } etag)
                return etag;
        }
        catch (RequestFailedException fault) when (fault.Status == 409)
        {
            // This same insert by another way, or a sealer that was faster.
        }

        var there = await storage.Table.GetEntityAsync<TableEntity>(partition, LedgerTable.HeadKey, null, cancellationToken);
        return LedgerTable.ReadHead(there.Value) is { State: StreamState.Open } found && found.Head == head ? found.ETag : null;
    }

    private static partial class Log
    {
        [LoggerMessage(20, LogLevel.Information, "stream {Stream} opened")]
        public static partial void Opened(ILogger logger, uint stream);
    }
}
