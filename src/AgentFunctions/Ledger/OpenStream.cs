using System.Threading.Channels;
using AgentFunctions.Domain.Ledger;
using Azure;
using Microsoft.Extensions.Logging;

namespace AgentFunctions.Ledger;

/// <summary>
/// A stream that this process writes. One loop commits what waits, one transaction at a time; after a commit whose
/// outcome is unknown it moves the head before anything else, so that what was held back can never land.
/// </summary>
internal sealed partial class OpenStream(
    uint number, StreamHead start, ETag version, StreamRows rows, EntryQueue queue, StreamRegistry registry,
    Action full, LedgerOptions options, TimeProvider clock, ILogger logger)
{
    private readonly Channel<bool> wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private readonly Batch batch = new();
    private readonly TimeSpan heartbeat = TimeSpan.FromSeconds(options.HeartbeatSeconds);
    private StreamHead head = start;
    private ETag etag = version;
    private DateTimeOffset wroteAt = clock.GetUtcNow();
    private DateTimeOffset appendedAt = clock.GetUtcNow();

    public uint Number => number;

    public EntryQueue Queue => queue;

    public void Wake() => wake.Writer.TryWrite(true);

    /// <summary>Commits until the stream is closed and sealed, or lost to another, or the process must end.</summary>
    public async Task RunAsync(CancellationToken stopNow)
    {
        try
        {
            await using var ticks = clock.CreateTimer(static stream => ((OpenStream)stream!).Wake(), this, heartbeat, heartbeat);
            while (await StepAsync(stopNow))
                await wake.Reader.ReadAsync(stopNow);
        }
        catch (OperationCanceledException) when (stopNow.IsCancellationRequested)
        {
            Log.Abandoned(logger, number);
        }
        catch (Exception fault)
        {
            Log.Failed(logger, number, fault);
        }
        finally
        {
            // Whatever ended the loop: nobody waits for a stream that nobody writes.
            batch.Fail("the stream ended");
            queue.Close();
            queue.Pause("the stream ended");
        }
    }

    // Does what there is to do; false when there will be nothing any more.
    private async Task<bool> StepAsync(CancellationToken stopNow)
    {
        // Read before the queue is emptied: what joined before it was closed is committed before it is sealed.
        var closed = queue.IsClosed;
        while (true)
        {
            batch.Begin(head);
            var more = queue.Take(batch);
            if (batch.Count == 0)
                break;
            if (more || (queue.IsFull && !queue.IsClosed))
                full();
            if (!await CommitAsync(stopNow))
                return false;
        }

        var now = clock.GetUtcNow();
        if (closed || (now - appendedAt >= TimeSpan.FromSeconds(options.IdleSeconds) && queue.TryCloseEmpty()))
        {
            await SealAsync(stopNow);
            return false;
        }

        return now - wroteAt < heartbeat || await ResolveAsync(stopNow);
    }

    private async Task<bool> CommitAsync(CancellationToken stopNow)
    {
        appendedAt = clock.GetUtcNow();
        var outcome = await rows.CommitAsync(batch, etag, stopNow);
        switch (outcome)
        {
            case CommitOutcome.Done done:
                Adopt(batch.End, done.ETag);
                queue.Landed();
                batch.Commit();
                return true;
            case CommitOutcome.NothingDone nothing:
                Log.NotCommitted(logger, number, nothing.Why);
                batch.Fail(nothing.Why);
                queue.Pause(nothing.Why);
                return await ResolveAsync(stopNow, restart: nothing.Why);
            case CommitOutcome.Conflict conflict:
                Log.Unknown(logger, number, conflict.Why);
                return await ResolveAsync(stopNow, conflict.Why, conflict: true);
            case CommitOutcome.Unknown unknown:
                Log.Unknown(logger, number, unknown.Why);
                return await ResolveAsync(stopNow, unknown.Why);
            default:
                throw new InvalidOperationException($"unknown outcome `{outcome}`");
        }
    }

    // Moves the head, whatever it takes, and with that learns what became of the batch. False when the stream is lost.
    private async Task<bool> ResolveAsync(CancellationToken stopNow, string? restart = null, bool conflict = false)
    {
        while (true)
        {
            switch (await rows.MoveHeadAsync(head, StreamState.Open, etag, stopNow))
            {
                case MoveOutcome.Moved moved:
                    return Unchanged(moved.ETag, restart, conflict);
                case MoveOutcome.Elsewhere { Row: { } row } when row.Head == head && row.State == StreamState.Open:
                    // An earlier attempt of this loop was done and its answer lost.
                    return Unchanged(row.ETag, restart, conflict);
                case MoveOutcome.Elsewhere { Row: { } row } when batch.Count > 0 && row.Head == batch.End:
                    Log.Landed(logger, number, row.Head.Sequence);
                    Adopt(row.Head, row.ETag);
                    batch.Commit();
                    if (row.State != StreamState.Open)
                        return Lost();
                    if (queue.IsPaused)
                        queue.Restart(head, "storage did not answer");
                    queue.Landed();
                    return true;
                case MoveOutcome.Elsewhere:
                    return Lost();
                case MoveOutcome.Unknown unknown:
                    Log.Unreachable(logger, number, unknown.Why);
                    restart = unknown.Why;
                    queue.Pause(unknown.Why);
                    await Task.Delay(TimeSpan.FromMilliseconds(options.RetryMilliseconds), clock, stopNow);
                    break;
            }
        }
    }

    private bool Unchanged(ETag moved, string? restart, bool conflict)
    {
        Adopt(head, moved);
        if (restart is null)
            return true;
        batch.Fail(restart);
        if (conflict)
        {
            // The head is ours and unmoved, yet a row is in the way: nothing can be appended here any more.
            Log.Obstructed(logger, number, head.Sequence);
            queue.Close();
        }

        queue.Restart(head, restart);
        if (conflict)
            Wake();
        return true;
    }

    private bool Lost()
    {
        Log.Lost(logger, number);
        batch.Fail("the stream was sealed by another");
        queue.Close();
        queue.Pause("the stream was sealed by another");
        return false;
    }

    private void Adopt(StreamHead at, ETag named)
    {
        head = at;
        etag = named;
        wroteAt = clock.GetUtcNow();
    }

    private async Task SealAsync(CancellationToken stopNow)
    {
        if (await rows.MoveHeadAsync(head, StreamState.Sealed, etag, stopNow) is not MoveOutcome.Moved)
            return; // Whoever finds it silent seals it.
        await registry.SealAsync(number, head, stopNow);
        Log.Sealed(logger, number, head.Sequence);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "stream {Stream} sealed at {Sequence}")]
        public static partial void Sealed(ILogger logger, uint stream, long sequence);

        [LoggerMessage(2, LogLevel.Warning, "stream {Stream}: nothing committed: {Why}")]
        public static partial void NotCommitted(ILogger logger, uint stream, string why);

        [LoggerMessage(3, LogLevel.Warning, "stream {Stream}: outcome of a commit is unknown: {Why}")]
        public static partial void Unknown(ILogger logger, uint stream, string why);

        [LoggerMessage(4, LogLevel.Warning, "stream {Stream}: its head cannot be moved: {Why}")]
        public static partial void Unreachable(ILogger logger, uint stream, string why);

        [LoggerMessage(5, LogLevel.Information, "stream {Stream}: a commit of unknown outcome was done, up to {Sequence}")]
        public static partial void Landed(ILogger logger, uint stream, long sequence);

        [LoggerMessage(6, LogLevel.Warning, "stream {Stream} is lost: its head was sealed or moved by another")]
        public static partial void Lost(ILogger logger, uint stream);

        [LoggerMessage(7, LogLevel.Error, "stream {Stream}: a row beyond its head {Sequence} is in the way; the stream ends")]
        public static partial void Obstructed(ILogger logger, uint stream, long sequence);

        [LoggerMessage(8, LogLevel.Warning, "stream {Stream} was left unsealed")]
        public static partial void Abandoned(ILogger logger, uint stream);

        [LoggerMessage(9, LogLevel.Error, "stream {Stream} failed")]
        public static partial void Failed(ILogger logger, uint stream, Exception fault);
    }
}
