using AgentFunctions.Domain.Ledger;
using AgentFunctions.Ledger;
using Azure.Data.Tables;

namespace AgentFunctions.Soak;

/// <summary>Everything in the ledger's table, read around the app.</summary>
internal sealed record LedgerRows(IReadOnlyDictionary<Guid, LedgerEntry> Entries, IReadOnlyDictionary<string, HeadRow> Heads)
{
    public static async Task<LedgerRows> ReadAsync(string connection, string prefix)
    {
        var entries = new Dictionary<Guid, LedgerEntry>();
        var heads = new Dictionary<string, HeadRow>(StringComparer.Ordinal);
        var table = new TableClient(connection, prefix + LedgerTable.Name);
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken))
        {
            if (row.PartitionKey == LastCheckpoint.PartitionKey)
            {
                continue;
            }

            if (row.RowKey == LedgerTable.HeadKey)
            {
                heads.Add(row.PartitionKey, LedgerTable.ReadHead(row).ShouldNotBeNull());
            }
            else
            {
                var entry = LedgerTable.ReadEntry(row).ShouldNotBeNull();
                LedgerTable.Partition(entry.Id.Stream).ShouldBe(row.PartitionKey);
                entries.Add(entry.Id.ToGuid(), entry);
            }
        }

        return new(entries, heads);
    }

    /// <summary>Each stream has exactly the sequences from 1 to its head.</summary>
    public void ShouldHaveNoGap()
    {
        var streams = Entries.Values.ToLookup(entry => LedgerTable.Partition(entry.Id.Stream), StringComparer.Ordinal);
        streams.Select(stream => stream.Key).ShouldBeSubsetOf(Heads.Keys);
        foreach (var (stream, head) in Heads)
        {
            var sequences = streams[stream].Select(entry => entry.Id.Sequence).Order().ToList();
            sequences.Count.ShouldBe((int)head.Head.Sequence, stream);
            sequences.Index().ShouldAllBe(pair => pair.Item == pair.Index + 1, stream);
        }
    }
}
