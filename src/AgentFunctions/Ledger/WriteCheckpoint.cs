using AgentFunctions.Domain.Ledger;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AgentFunctions.Ledger;

/// <summary>
/// Signs where the ledger stands, and puts it outside the tables. Nothing is written while nothing changes, except once
/// in <see cref="LedgerOptions.CheckpointMinutes"/> while streams are open.
/// </summary>
internal sealed partial class WriteCheckpoint(
    LedgerStorage storage, StreamRegistry registry, CheckpointLog log, CheckpointKeys keys,
    IOptions<LedgerOptions> options, TimeProvider clock, ILogger<WriteCheckpoint> logger)
{
    /// <summary>The number of the checkpoint that was written; null when none was due or another process wrote it.</summary>
    public async Task<long?> RunAsync(CancellationToken cancellationToken)
    {
        await storage.CreateAsync(cancellationToken);
        var last = await log.ReadLastAsync(cancellationToken);
        var isWhole = last is null || await log.EnsureAsync(last, cancellationToken);
        if (!isWhole)
            Log.Gone(logger, last!.Number); // Only what is there can be not whole.
        var row = await registry.ReadAsync(cancellationToken);
        if (row.Head.Sequence == 0)
            return null;
        // A last line that cannot be read is no reason to stop signing: verification names it.
        var before = last is not null && keys.Open(last.Line) is { } payload ? Checkpoint.Parse(payload) : null;
        var heads = await HeadsAsync(row, before, cancellationToken);
        var now = clock.GetUtcNow();
        var checkpoint = new Checkpoint((last?.Number ?? 0) + 1, last?.Hash ?? EntryHash.Zero, now, row.Head, heads);
        if (before is not null && !IsDue(before, checkpoint))
            return null;

        var (blob, position) = CheckpointLog.After(last, isWhole, now);
        var next = new LastCheckpoint(checkpoint.Number, keys.Sign(checkpoint.Print()), blob, position, last?.ETag);
        if (!await log.TryClaimAsync(next, cancellationToken))
            return null;
        _ = await log.EnsureAsync(next, cancellationToken);
        Log.Written(logger, checkpoint.Number, heads.Length);
        return checkpoint.Number;
    }

    private bool IsDue(Checkpoint before, Checkpoint now) =>
        !now.StandsWhere(before)
        || (now.Heads.Count > 0 && now.At - before.At >= TimeSpan.FromMinutes(options.Value.CheckpointMinutes));

    private async Task<StreamMark[]> HeadsAsync(RegistryRow row, Checkpoint? before, CancellationToken cancellationToken)
    {
        var known = before?.Heads.ToDictionary(mark => mark.Stream, mark => mark.Head) ?? [];
        var heads = new StreamMark[row.Open.Count];
        await Parallel.ForAsync(0, heads.Length, cancellationToken, async (i, token) =>
        {
            var stream = row.Open[i];
            heads[i] = new StreamMark(stream, await HeadAsync(stream, token)
                ?? (known.TryGetValue(stream, out var head) ? head : await BeginningAsync(stream, token)));
        });
        return heads;
    }

    // Null for a stream that is registered and not begun, and for one whose head somebody edited or took away: what is
    // known of it is signed again, so that the others stay anchored and verification names this one.
    private async Task<StreamHead?> HeadAsync(uint stream, CancellationToken cancellationToken)
    {
        var row = await storage.Table.GetEntityIfExistsAsync<TableEntity>(
            LedgerTable.Partition(stream), LedgerTable.HeadKey, null, cancellationToken);
        return row.HasValue ? LedgerTable.ReadHead(row.Value!)?.Head : null;
    }

    private async Task<StreamHead> BeginningAsync(uint stream, CancellationToken cancellationToken)
    {
        var row = await storage.Table.GetEntityIfExistsAsync<TableEntity>(
            LedgerTable.Partition(LedgerTable.Registry), LedgerTable.Row(stream), null, cancellationToken);
        return new StreamHead(0, row.HasValue && LedgerTable.ReadEntry(row.Value!) is { } opened ? opened.Hash : EntryHash.Zero);
    }

    private static partial class Log
    {
        [LoggerMessage(40, LogLevel.Information, "checkpoint {Number} written, {Streams} streams are open")]
        public static partial void Written(ILogger logger, long number, int streams);

        [LoggerMessage(41, LogLevel.Error, "the blob of checkpoint {Number} is shorter than it was, or gone")]
        public static partial void Gone(ILogger logger, long number);
    }
}
