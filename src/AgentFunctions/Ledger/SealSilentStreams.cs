using AgentFunctions.Domain.Ledger;
using AgentFunctions.Hosting.Storage;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AgentFunctions.Ledger;

/// <summary>
/// Seals streams whose writer has been silent too long. First the stream's head is moved, which no late commit survives,
/// then the registry says so. Any number of processes may do it at once, and each step may be the last.
/// </summary>
internal sealed partial class SealSilentStreams(
    LedgerStorage storage, StreamRegistry registry, IOptions<LedgerOptions> options, TimeProvider clock, ILogger<SealSilentStreams> logger)
{
    /// <summary>How many streams ended in this run; two runs at once may both count one.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var sealedNow = 0;
        foreach (var stream in (await registry.ReadAsync(cancellationToken)).Open)
        {
            try
            {
                if (await SealHeadAsync(stream, cancellationToken) is not { } final
                    || !await registry.SealAsync(stream, final, cancellationToken))
                    continue;
                Log.Sealed(logger, stream, final.Sequence);
                sealedNow++;
            }
            catch (RequestFailedException fault)
            {
                // The next run finds it as it is now.
                Log.NotSealed(logger, stream, StorageFault.Describe(fault));
            }
        }

        return sealedNow;
    }

    // Null while it lives, or when another was faster: the next run looks again.
    private async Task<StreamHead?> SealHeadAsync(uint stream, CancellationToken cancellationToken)
    {
        var partition = LedgerTable.Partition(stream);
        var row = await storage.Table.GetEntityIfExistsAsync<TableEntity>(partition, LedgerTable.HeadKey, null, cancellationToken);
        if (!row.HasValue)
            return await SealUnbegunAsync(stream, partition, cancellationToken);
        if (LedgerTable.ReadHead(row.Value!) is not { } head)
        {
            Log.Unreadable(logger, stream);
            return null;
        }

        if (head.State == StreamState.Sealed)
            return head.Head;
        var now = clock.GetUtcNow();
        // A writer whose clock is ahead would look alive for as long as that: then storage's own clock counts.
        var seenAt = head.SeenAt <= now ? head.SeenAt : row.Value!.Timestamp ?? head.SeenAt;
        if (!IsSilent(seenAt, now))
            return null;
        var final = LedgerTable.ToRow(partition, head.Head, StreamState.Sealed, head.SeenAt);
        return await WonAsync(storage.Once.UpdateEntityAsync(final, head.ETag, TableUpdateMode.Replace, cancellationToken)) ? head.Head : null;
    }

    private async Task<StreamHead?> SealUnbegunAsync(uint stream, string partition, CancellationToken cancellationToken)
    {
        var row = await storage.Table.GetEntityIfExistsAsync<TableEntity>(
            LedgerTable.Partition(LedgerTable.Registry), LedgerTable.Row(stream), null, cancellationToken);
        if (!row.HasValue || LedgerTable.ReadEntry(row.Value!) is not { } opened)
        {
            Log.Unreadable(logger, stream);
            return null;
        }

        var now = clock.GetUtcNow();
        if (!IsSilent(DateTimeOffset.FromUnixTimeMilliseconds(opened.Id.UnixMilliseconds), now))
            return null;
        var head = new StreamHead(0, opened.Hash);
        var final = LedgerTable.ToRow(partition, head, StreamState.Sealed, now);
        return await WonAsync(storage.Once.AddEntityAsync(final, cancellationToken)) ? head : null;
    }

    private bool IsSilent(DateTimeOffset seenAt, DateTimeOffset now) => now - seenAt >= TimeSpan.FromSeconds(options.Value.SilentSeconds);

    private static async Task<bool> WonAsync(Task<Response> write)
    {
        try
        {
            _ = await write;
            return true;
        }
        catch (RequestFailedException fault) when (fault.Status is 409 or 412)
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(30, LogLevel.Information, "stream {Stream} was silent and is sealed at {Sequence}")]
        public static partial void Sealed(ILogger logger, uint stream, long sequence);

        [LoggerMessage(31, LogLevel.Warning, "stream {Stream} was silent and is not sealed: {Why}")]
        public static partial void NotSealed(ILogger logger, uint stream, string why);

        [LoggerMessage(32, LogLevel.Error, "stream {Stream} cannot be sealed: its head or its opening is not readable")]
        public static partial void Unreadable(ILogger logger, uint stream);
    }
}
