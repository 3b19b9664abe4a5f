using System.Text;
using System.Text.Unicode;
using AgentFunctions.Domain.Ledger;
using AgentFunctions.Hosting.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AgentFunctions.Ledger;

/// <summary>Appends entries to this process's own streams.</summary>
internal sealed partial class LedgerWriter(
    OpenNewStream opener, IOptions<LedgerOptions> options, TimeProvider clock, ILogger<LedgerWriter> logger)
    : IHostedService, IDisposable
{
    // What surrounds a body in a transaction, and what one of its bytes can become there when it is escaped.
    private const int RowBytes = 1_024;
    private const int EscapedByte = 6;

    private static readonly TimeSpan LongestOpening = TimeSpan.FromSeconds(10);
    private static readonly AppendOutcome.NotCommitted Overloaded = new("too many entries wait");
    private static readonly AppendOutcome.NotCommitted Unreachable = new("no stream can be written");
    private static readonly AppendOutcome.NotCommitted Stopped = new("the process is stopping");

    private readonly Lock gate = new();
    private readonly CancellationTokenSource stopNow = new();
    private readonly List<Task> running = [];
    private readonly TimeSpan limit = TimeSpan.FromMilliseconds(options.Value.AppendMilliseconds);
    private volatile OpenStream[] streams = [];
    private Task? opening;
    private DateTimeOffset notBefore;
    private int waitingForStream;
    private bool stopping;

    /// <param name="kind">What the entry records.</param>
    /// <param name="body">Canonical JSON (RFC 8785), 1 to 32,768 bytes.</param>
    /// <param name="cancellationToken">Ends the wait, not the append: once queued, an entry may be committed.</param>
    public ValueTask<AppendOutcome> AppendAsync(EntryKind kind, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (body.Length is 0 or > LedgerEntry.MaxBody || !Utf8.IsValid(body.Span))
            throw new ArgumentException($"a body is 1 to {LedgerEntry.MaxBody} bytes of UTF-8, this one has {body.Length}", nameof(body));
        var text = Encoding.UTF8.GetString(body.Span);
        var digest = EntryChain.Digest(body.Span);
        var weight = RowBytes + (body.Length * EscapedByte);
        if (LeastLoaded() is not { } stream)
            return AppendToNewAsync(kind, text, digest, weight, cancellationToken);
        if (Join(stream, kind, text, digest, weight) is { } entry)
            return entry.AnswerAsync(limit, clock, cancellationToken);
        return stream.Queue.IsRefusing
            ? AppendToNewAsync(kind, text, digest, weight, cancellationToken)
            : ValueTask.FromResult<AppendOutcome>(Overloaded);
    }

    /// <summary>Opens the first stream, in the background: the process starts whether storage is there or not.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = TryOpenAnother(out _);
        return Task.CompletedTask;
    }

    /// <summary>Commits what waits and seals the streams, for as long as it may take; what is left is sealed by others.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.StopSeconds), clock);
        await using var end = patience.Token.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), stopNow);
        await using var sooner = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), stopNow);
        Task? last;
        lock (gate)
        {
            stopping = true;
            last = opening;
        }

        await (last ?? Task.CompletedTask);
        foreach (var stream in streams)
        {
            stream.Queue.Close();
            stream.Wake();
        }

        await Task.WhenAll(running);
    }

    public void Dispose() => stopNow.Dispose();

    private OpenStream? LeastLoaded()
    {
        OpenStream? least = null;
        foreach (var stream in streams)
        {
            if (!stream.Queue.IsRefusing && (least is null || stream.Queue.Load < least.Queue.Load))
                least = stream;
        }

        return least;
    }

    private WaitingEntry? Join(OpenStream stream, EntryKind kind, string text, EntryHash digest, int weight)
    {
        var entry = stream.Queue.TryJoin(clock.GetUtcNow(), kind, text, digest, weight);
        if (entry is not null)
            stream.Wake();
        return entry;
    }

    private async ValueTask<AppendOutcome> AppendToNewAsync(
        EntryKind kind, string text, EntryHash digest, int weight, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        if (!TryOpenAnother(out var opened))
            return stopping ? Stopped : Unreachable;
        try
        {
            if (Interlocked.Increment(ref waitingForStream) > options.Value.WaitingEntries)
                return Overloaded;
            await opened.WaitAsync(limit, clock, cancellationToken);
        }
        catch (Exception fault) when (fault is TimeoutException or OperationCanceledException)
        {
            return Unreachable;
        }
        finally
        {
            Interlocked.Decrement(ref waitingForStream);
        }

        return LeastLoaded() is { } stream && Join(stream, kind, text, digest, weight) is { } entry
            ? await entry.AnswerAsync(Left(started), clock, cancellationToken)
            : Unreachable;
    }

    private TimeSpan Left(long started)
    {
        var left = limit - clock.GetElapsedTime(started);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    // The opening under way, or a new one; false when there may be none now.
    private bool TryOpenAnother(out Task opened)
    {
        lock (gate)
        {
            opened = opening ?? Task.CompletedTask;
            if (opening is not null)
                return true;
            if (stopping || streams.Count(static stream => !stream.Queue.IsFull) >= options.Value.Streams || clock.GetUtcNow() < notBefore)
                return false;
            // Run apart: the caller may be the loop of a stream.
            opened = opening = Task.Run(OpenAsync);
            return true;
        }
    }

    private async Task OpenAsync()
    {
        using var patience = new CancellationTokenSource(LongestOpening, clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopNow.Token);
        OpenStream? opened = null;
        try
        {
            opened = await opener.OpenAsync(() => _ = TryOpenAnother(out _), linked.Token);
        }
        catch (Exception fault)
        {
            Log.NotOpened(logger, StorageFault.Describe(fault));
        }

        lock (gate)
        {
            opening = null;
            if (opened is null)
            {
                notBefore = clock.GetUtcNow() + TimeSpan.FromMilliseconds(options.Value.RetryMilliseconds);
                return;
            }

            EndFullStream();
            streams = [.. streams, opened];
            _ = running.RemoveAll(static task => task.IsCompleted);
            running.Add(RunAsync(opened));
        }
    }

    // The stream that was opened takes the place of one that has become long.
    private void EndFullStream()
    {
        if (streams.FirstOrDefault(static stream => stream.Queue.IsFull && !stream.Queue.IsClosed) is not { } outgrown)
            return;
        outgrown.Queue.Close();
        outgrown.Wake();
    }

    private async Task RunAsync(OpenStream stream)
    {
        await Task.Yield();
        await stream.RunAsync(stopNow.Token);
        lock (gate)
            streams = [.. streams.Where(other => other != stream)];
    }

    private static partial class Log
    {
        [LoggerMessage(10, LogLevel.Warning, "no stream was opened: {Why}")]
        public static partial void NotOpened(ILogger logger, string why);
    }
}
