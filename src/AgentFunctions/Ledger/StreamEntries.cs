using System.Globalization;
using System.Runtime.CompilerServices;
using AgentFunctions.Domain.Ledger;
using Azure.Data.Tables;

namespace AgentFunctions.Ledger;

/// <summary>Reads entries where they are kept.</summary>
internal sealed class StreamEntries(LedgerStorage storage)
{
    /// <summary>Most rows that storage gives in one answer.</summary>
    public const int PageRows = 1_000;

    // After every digit, before `head`.
    private const string AfterEntries = "g";

    /// <summary>One point read; null when there is no such row.</summary>
    public async Task<KeptRow?> ReadAsync(uint stream, long sequence, CancellationToken cancellationToken)
    {
        var row = await storage.Table.GetEntityIfExistsAsync<TableEntity>(
            LedgerTable.Partition(stream), LedgerTable.Row(sequence), null, cancellationToken);
        return row.HasValue ? new KeptRow(sequence, LedgerTable.ReadEntry(row.Value!)) : null;
    }

    /// <summary>
    /// Whether the registry opened that stream: only then is what lies in its partition part of the ledger, and anchored
    /// by checkpoints. One point read, since a stream's number is the sequence of the entry that opened it.
    /// </summary>
    public async Task<bool> IsRegisteredAsync(uint stream, CancellationToken cancellationToken) =>
        stream == LedgerTable.Registry
        || await ReadAsync(LedgerTable.Registry, stream, cancellationToken) is { Entry: { IsWhole: true, Kind: EntryKind.StreamOpened } };

    /// <summary>A stream's head; null when there is none.</summary>
    /// <exception cref="InvalidDataException">The row was edited.</exception>
    public async Task<HeadRow?> ReadHeadAsync(uint stream, CancellationToken cancellationToken)
    {
        var row = await storage.Table.GetEntityIfExistsAsync<TableEntity>(LedgerTable.Partition(stream), LedgerTable.HeadKey, null, cancellationToken);
        return row.HasValue
            ? LedgerTable.ReadHead(row.Value!) ?? throw new InvalidDataException($"the head of stream {stream} is not readable")
            : null;
    }

    /// <summary>
    /// The rows after one sequence up to and with another, in order, a page at a time, and with it every row whose key
    /// lies between but is no sequence.
    /// </summary>
    /// <param name="andBeyond">True to give what lies after the end, too: nothing should.</param>
    public async IAsyncEnumerable<KeptRow> RangeAsync(
        uint stream, long after, long through, bool andBeyond, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var partition = LedgerTable.Partition(stream);
        while (after < through || andBeyond)
        {
            // Bounded by both ends, so that storage never sorts more than a page.
            var isLast = through - after <= PageRows;
            var end = isLast ? Math.Max(after, through) : after + PageRows;
            var upper = isLast && andBeyond ? $"RowKey lt '{AfterEntries}'" : $"RowKey le '{LedgerTable.Row(end)}'";
            var filter = $"PartitionKey eq '{partition}' and RowKey gt '{LedgerTable.Row(after)}' and {upper}";
            await foreach (var row in storage.Table.QueryAsync<TableEntity>(filter, PageRows, null, cancellationToken))
                yield return new KeptRow(SequenceOf(row.RowKey), LedgerTable.ReadEntry(row));
            if (isLast)
                yield break;
            after = end;
        }
    }

    private static long? SequenceOf(string key) =>
        long.TryParse(key, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var sequence)
        && LedgerTable.Row(sequence) == key ? sequence : null;
}
