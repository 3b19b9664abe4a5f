using AgentFunctions.Domain.Ledger;
using AgentFunctions.Ledger;
using Azure;
using Azure.Data.Tables;

namespace AgentFunctions.Tests.Ledger;

/// <summary>What somebody who controls the table can do to a stream.</summary>
internal sealed class Tampering(LedgerUnderTest ledger, uint stream)
{
    private readonly string partition = LedgerTable.Partition(stream);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task DoAsync(string tampering, long at)
    {
        switch (tampering)
        {
            case "edit":
                await ChangeAsync(at, row => row["Body"] = """{"a":2}""");
                break;
            case "edit and rehash":
                await RehashAsync(at, (await ledger.EntriesAsync(stream))[(int)at - 1].Previous);
                break;
            case "garble":
                await ChangeAsync(at, row => row["Kind"] = "none");
                break;
            case "remove":
                await RemoveAsync(at);
                break;
            case "swap":
                await SwapAsync(at, at + 2);
                break;
            case "insert":
                await ShiftAsync(at, 1);
                await InsertAsync(at, (await ledger.EntriesAsync(stream))[(int)at - 2].Hash);
                break;
            case "close up":
                await RemoveAsync(at);
                await ShiftAsync(at + 1, -1);
                break;
            case "truncate":
            case "truncate with head":
                await TruncateAsync(at, tampering == "truncate with head");
                break;
            case "odd key":
                await ledger.Table.AddEntityAsync(new TableEntity(partition, LedgerTable.Row(at - 1) + "x"), Cancellation);
                break;
            case "rewrite":
                await RewriteAsync(2);
                break;
            case "all":
                await TruncateAsync(1, withHead: false);
                await ledger.Table.DeleteEntityAsync(partition, LedgerTable.HeadKey, ETag.All, Cancellation);
                break;
            default:
                throw new ArgumentException($"unknown tampering `{tampering}`", nameof(tampering));
        }
    }

    public async Task InsertAsync(long at, EntryHash previous)
    {
        var id = new EvaluationId(1, stream, at);
        var hash = EntryChain.Hash(previous, id, EntryKind.Decision, EntryChain.Digest("{}"u8));
        await ledger.Table.AddEntityAsync(LedgerTable.EntryRow(partition, id, EntryKind.Decision, "{}", new StreamHead(at - 1, previous), hash), Cancellation);
    }

    private async Task<EntryHash> RehashAsync(long at, EntryHash previous)
    {
        var id = (await ledger.EntriesAsync(stream))[(int)at - 1].Id;
        const string Body = """{"a":2}""";
        var hash = EntryChain.Hash(previous, id, EntryKind.Decision, EntryChain.Digest(System.Text.Encoding.UTF8.GetBytes(Body)));
        var row = LedgerTable.EntryRow(partition, id, EntryKind.Decision, Body, new StreamHead(at - 1, previous), hash);
        await ledger.Table.UpsertEntityAsync(row, TableUpdateMode.Replace, Cancellation);
        return hash;
    }

    private async Task RewriteAsync(long from)
    {
        var entries = await ledger.EntriesAsync(stream);
        var previous = entries[(int)from - 2].Hash;
        for (var at = from; at <= entries.Count; at++)
            previous = await RehashAsync(at, previous);
        await HeadAsync(new StreamHead(entries.Count, previous));
    }

    private async Task TruncateAsync(long from, bool withHead)
    {
        var entries = await ledger.EntriesAsync(stream);
        for (var at = from; at <= entries.Count; at++)
            await RemoveAsync(at);
        if (withHead)
            await HeadAsync(new StreamHead(from - 1, entries[(int)from - 2].Hash));
    }

    private async Task HeadAsync(StreamHead head) => await ledger.Table.UpsertEntityAsync(
        LedgerTable.ToRow(partition, head, StreamState.Open, DateTimeOffset.UtcNow), TableUpdateMode.Replace, Cancellation);

    private async Task ShiftAsync(long from, int by)
    {
        var keys = (await ledger.Table.QueryAsync<TableEntity>(row => row.PartitionKey == partition, cancellationToken: Cancellation).ToListAsync(Cancellation))
            .Where(row => row.RowKey != LedgerTable.HeadKey && Convert.ToInt64(row.RowKey, 16) >= from).ToList();
        if (by > 0)
            keys.Reverse();
        foreach (var row in keys)
        {
            var at = Convert.ToInt64(row.RowKey, 16);
            await RemoveAsync(at);
            row.RowKey = LedgerTable.Row(at + by);
            await ledger.Table.AddEntityAsync(row, Cancellation);
        }
    }

    private async Task SwapAsync(long one, long other)
    {
        var first = await ReadAsync(one);
        var second = await ReadAsync(other);
        (first.RowKey, second.RowKey) = (second.RowKey, first.RowKey);
        await ledger.Table.UpsertEntityAsync(first, TableUpdateMode.Replace, Cancellation);
        await ledger.Table.UpsertEntityAsync(second, TableUpdateMode.Replace, Cancellation);
    }

    private async Task ChangeAsync(long at, Action<TableEntity> change)
    {
        var row = await ReadAsync(at);
        change(row);
        await ledger.Table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace, Cancellation);
    }

    private async Task<TableEntity> ReadAsync(long at) =>
        (await ledger.Table.GetEntityAsync<TableEntity>(partition, LedgerTable.Row(at), cancellationToken: Cancellation)).Value;

    private async Task RemoveAsync(long at) => await ledger.Table.DeleteEntityAsync(partition, LedgerTable.Row(at), ETag.All, Cancellation);
}
