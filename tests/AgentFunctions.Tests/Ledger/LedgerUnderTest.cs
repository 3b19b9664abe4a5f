using System.Text;
using AgentFunctions.Domain.Ledger;
using AgentFunctions.Ledger;
using AgentFunctions.Shared;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentFunctions.Tests.Ledger;

/// <summary>One instance of the ledger on a table and a container of its own, or on those of another instance.</summary>
internal sealed class LedgerUnderTest : IAsyncDisposable
{
    private readonly string name;
    private readonly string connection;

    public LedgerUnderTest(AzuriteFixture azurite, TimeProvider? clock = null, Action<LedgerOptions>? configure = null)
        : this(azurite.ConnectionString, "L" + Guid.NewGuid().ToString("N"), clock, configure)
    {
    }

    private LedgerUnderTest(string connection, string name, TimeProvider? clock, Action<LedgerOptions>? configure)
    {
        this.connection = connection;
        this.name = name;
        configure?.Invoke(Options);
        Clock = clock ?? TimeProvider.System;
        var tables = new TableServiceClient(connection, new TableClientOptions { Transport = Transport, Retry = { MaxRetries = 0 } });
        var blobs = new BlobServiceClient(connection, new BlobClientOptions { Transport = Transport, Retry = { MaxRetries = 0 } });
        Storage = new LedgerStorage(
            tables.GetTableClient(name), tables.GetTableClient(name), blobs.GetBlobContainerClient(name.ToLowerInvariant()));
        Table = new TableServiceClient(connection).GetTableClient(name);
        Registry = new StreamRegistry(Storage, Clock);
        var options = Microsoft.Extensions.Options.Options.Create(Options);
        Keys = new CheckpointKeys(options);
        Entries = new StreamEntries(Storage);
        Log = new CheckpointLog(Storage);
        Sealer = new SealSilentStreams(Storage, Registry, options, Clock, NullLogger<SealSilentStreams>.Instance);
        Checkpoint = new WriteCheckpoint(Storage, Registry, Log, Keys, options, Clock, NullLogger<WriteCheckpoint>.Instance);
        Verify = new VerifyLedger(Registry, Entries, Log, Keys, options);
        Opener = new OpenNewStream(Storage, Registry, options, Clock, NullLogger<OpenStream>.Instance);
        Writer = new LedgerWriter(Opener, options, Clock, NullLogger<LedgerWriter>.Instance);
    }

    public FaultyTransport Transport { get; } = new();

    /// <summary>Patient, because slowness is a subject of few tests: those say how long.</summary>
    public LedgerOptions Options { get; } = new() { CheckpointKeyPem = CheckpointKey.Pem, AppendMilliseconds = 20_000, CommitMilliseconds = 10_000 };

    public TimeProvider Clock { get; }

    public LedgerStorage Storage { get; }

    public StreamRegistry Registry { get; }

    public OpenNewStream Opener { get; }

    public LedgerWriter Writer { get; }

    public CheckpointKeys Keys { get; }

    public StreamEntries Entries { get; }

    public CheckpointLog Log { get; }

    public SealSilentStreams Sealer { get; }

    public WriteCheckpoint Checkpoint { get; }

    public VerifyLedger Verify { get; }

    /// <summary>The same table by a way that has no faults.</summary>
    public TableClient Table { get; }

    /// <summary>Another process on the same storage.</summary>
    public LedgerUnderTest Another(TimeProvider? clock = null, Action<LedgerOptions>? configure = null) => new(connection, name, clock, configure);

    public static bool IsCommit(HttpMessage message) => message.Request.Uri.ToString().Contains("$batch", StringComparison.Ordinal);

    public ValueTask<AppendOutcome> AppendAsync(string body = """{"a":1}""") =>
        Writer.AppendAsync(EntryKind.Decision, Encoding.UTF8.GetBytes(body), TestContext.Current.CancellationToken);

    /// <summary>Appends; fails the test unless it was committed.</summary>
    public async Task<EvaluationId> CommitAsync(string body = """{"a":1}""") =>
        (await AppendAsync(body)).ShouldBeOfType<AppendOutcome.Committed>().Id;

    /// <summary>Verifies from the beginning, run by run, and gives the last report.</summary>
    public async Task<VerificationReport> VerifyAsync()
    {
        var report = await Verify.RunAsync(VerificationCursor.Start, TestContext.Current.CancellationToken);
        while (report.Next is { } next)
            report = await Verify.RunAsync(next, TestContext.Current.CancellationToken);
        return report;
    }

    /// <summary>The rows of a stream's entries, in order.</summary>
    public async Task<List<LedgerEntry>> EntriesAsync(uint stream)
    {
        var partition = LedgerTable.Partition(stream);
        List<LedgerEntry> entries = [];
        await foreach (var row in Table.QueryAsync<TableEntity>(row => row.PartitionKey == partition, cancellationToken: TestContext.Current.CancellationToken))
        {
            if (row.RowKey != LedgerTable.HeadKey)
                entries.Add(LedgerTable.ReadEntry(row).ShouldNotBeNull());
        }

        return entries;
    }

    /// <summary>The entries of every stream that was opened, by stream; asserts that no stream has a gap.</summary>
    public async Task<List<LedgerEntry>> AllAsync()
    {
        List<LedgerEntry> all = [];
        foreach (var opened in (await EntriesAsync(0)).Where(entry => entry.Kind == EntryKind.StreamOpened))
        {
            var entries = await EntriesAsync((uint)opened.Id.Sequence);
            entries.Select(entry => entry.Id.Sequence).ShouldBe(Enumerable.Range(1, entries.Count).Select(i => (long)i));
            all.AddRange(entries);
        }

        return all;
    }

    public async ValueTask DisposeAsync()
    {
        Transport.Script = static (_, _) => null;
        await Writer.StopAsync(CancellationToken.None);
        Writer.Dispose();
        Keys.Dispose();
        Transport.Dispose();
    }
}
