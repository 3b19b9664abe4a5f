using AgentFunctions.Hosting.Storage;
using Azure.Data.Tables;

namespace AgentFunctions.Decisions.Facts;

/// <summary>Point reads of any table, shared by concurrent decisions as <see cref="SharedReads{TKey, TValue}"/> allows.</summary>
internal sealed class FreshRows
{
    private readonly SharedReads<RowAddress, TableEntity?> reads;

    public FreshRows(Tables tables) => reads = new(address => ReadRowAsync(tables[address.Table], address));

    /// <summary>How many reads went to storage.</summary>
    public long ReadsStarted => reads.ReadsStarted;

    /// <summary>The moment of a decision's arrival: everything that is read for it is read later.</summary>
    public long Arrive() => reads.Arrive();

    /// <summary>The row as it stands after <paramref name="arrived"/>, or null where there is none.</summary>
    public Task<TableEntity?> ReadAsync(RowAddress address, long arrived, CancellationToken cancellationToken) =>
        reads.ReadAsync(address, arrived, cancellationToken);

    // No asker's token: the client's own patience ends the read for all of them.
    private static async Task<TableEntity?> ReadRowAsync(TableClient table, RowAddress address)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(address.Partition, address.Row, cancellationToken: CancellationToken.None);
        return found.HasValue ? found.Value : null;
    }
}
