using System.Runtime.CompilerServices;
using Azure.Data.Tables;

namespace AgentFunctions.Hosting.Storage.Versions;

/// <summary>
/// Reads system-versioned rows. Each says in which versions it counts, so any version, past or present, is one filter
/// over one partition, and a load cannot be torn: what later edits do to a row never changes whether that version has it.
/// </summary>
internal sealed class VersionedRows(TableClient table, RowFamily family)
{
    public TableClient Table => table;

    public RowFamily Family => family;

    /// <summary>One point read.</summary>
    public async Task<VersionHead> ReadHeadAsync(string partition, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, family.HeadKey, cancellationToken: cancellationToken);
        return found is { HasValue: true, Value: { } entity } ? VersionHead.Read(entity, family) : VersionHead.Absent(partition);
    }

    /// <summary>Every row of a version, in no order.</summary>
    public async Task<IReadOnlyList<VersionedRow>> LoadAsync(string partition, long version, CancellationToken cancellationToken) =>
        version == 0 ? [] : await EnumerateAsync(partition, version, string.Empty, cancellationToken).ToListAsync(cancellationToken);

    /// <summary>The rows of a version in the order of their keys, so that reading can go on after any of them.</summary>
    /// <param name="after">The key (<see cref="RowFamily.KeyOf"/>) after which to begin; empty for all.</param>
    public IAsyncEnumerable<VersionedRow> EnumerateAsync(string partition, long version, string after, CancellationToken cancellationToken)
    {
        var (from, to) = TableKey.Under(family.Prefix);
        var start = string.CompareOrdinal(after, from) > 0 ? after : from;
        return QueryAsync(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {start} and RowKey lt {to} and ValidFrom le {version} and EndedAt gt {version}"),
            cancellationToken);
    }

    /// <summary>The row of that id in a version; none when the version has no such row.</summary>
    public async Task<IReadOnlyList<VersionedRow>> FindAsync(string partition, long version, string id, CancellationToken cancellationToken)
    {
        var (from, to) = TableKey.Under(family.Prefix, id);
        return await QueryAsync(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {from} and RowKey lt {to} and ValidFrom le {version} and EndedAt gt {version}"),
            cancellationToken).ToListAsync(cancellationToken);
    }

    /// <param name="earlier">A published version, not after <paramref name="later"/>.</param>
    public async Task<RowDifference> LoadDifferenceAsync(string partition, long earlier, long later, CancellationToken cancellationToken)
    {
        var (from, to) = TableKey.Under(family.Prefix);
        var changed = await QueryAsync(
            TableClient.CreateQueryFilter(
                $"PartitionKey eq {partition} and RowKey gt {from} and RowKey lt {to} and ((ValidFrom gt {earlier} and ValidFrom le {later} and EndedAt gt {later}) or (ValidFrom le {earlier} and EndedAt gt {earlier} and EndedAt le {later}))"),
            cancellationToken).ToListAsync(cancellationToken);
        return new([.. changed.Where(row => row.ValidFrom > earlier)], [.. changed.Where(row => row.ValidFrom <= earlier)]);
    }

    /// <summary>The rows that a stage under <paramref name="unpublished"/> has inserted or ended.</summary>
    internal IAsyncEnumerable<VersionedRow> EnumerateStagedAsync(string partition, long unpublished, CancellationToken cancellationToken)
    {
        var (from, to) = TableKey.Under(family.Prefix);
        return QueryAsync(
            TableClient.CreateQueryFilter(
                $"PartitionKey eq {partition} and RowKey gt {from} and RowKey lt {to} and (ValidFrom eq {unpublished} or EndedAt eq {unpublished})"),
            cancellationToken);
    }

    private async IAsyncEnumerable<VersionedRow> QueryAsync(string filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return VersionedRow.Read(entity);
        }
    }
}
