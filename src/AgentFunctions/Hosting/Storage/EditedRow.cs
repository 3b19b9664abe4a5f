using Azure.Data.Tables;

namespace AgentFunctions.Hosting.Storage;

/// <summary>A row as it was read in order to be changed, or that there was none.</summary>
/// <param name="Entity">Null where there is none.</param>
internal sealed record EditedRow(string Partition, TableEntity? Entity)
{
    public static async Task<EditedRow> ReadAsync(TableClient table, string partition, string key, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellationToken);
        return new(partition, found.HasValue ? found.Value : null);
    }

    /// <summary>The write of the whole row, conditional on nobody having written it since it was read.</summary>
    public TableTransactionAction Write(TableEntity next) => Entity is null
        ? new(TableTransactionActionType.Add, next)
        : new(TableTransactionActionType.UpdateReplace, next, Entity.ETag);
}
