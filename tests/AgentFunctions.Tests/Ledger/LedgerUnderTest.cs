using System.Text;
using AgentFunctions.Domain.Ledger;
using AgentFunctions.Ledger;
using AgentFunctions.Shared;
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
        Opener = new OpenNewStream(Storage, Registry, options, Clock, NullLogger<OpenStream>.Instance);
        Writer = new LedgerWriter(Opener, options, Clock, NullLogger<LedgerWriter>.Instance);
    }

    public FaultyTransport Transport { get; } = new();

    public LedgerOptions Options { get; } = new();

    public TimeProvider Clock { get; }

    public LedgerStorage Storage { get; }

    public StreamRegistry Registry { get; }

    public OpenNewStream Opener { get; }

    public LedgerWriter Writer { get; }

    /// <summary>The same table by a way that has no faults.</summary>
    public TableClient Table { get; }

    /// <summary>Another process on the same storage.</summary>
    public LedgerUnderTest Another(TimeProvider? clock = null, Action<LedgerOptions>? configure = null) => new(connection, name, clock, configure);

    public ValueTask<AppendOutcome> AppendAsync(string body = """{"a":1}""") =>
        Writer.AppendAsync(EntryKind.Decision, Encoding.UTF8.GetBytes(body), TestContext.Current.CancellationToken);

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

    public async ValueTask DisposeAsync()
    {
        Transport.Script = static (_, _) => null;
        await Writer.StopAsync(CancellationToken.None);
        Writer.Dispose();
    }
}
