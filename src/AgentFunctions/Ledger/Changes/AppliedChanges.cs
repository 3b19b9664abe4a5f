using AgentFunctions.Hosting.Storage;
using Azure.Data.Tables;

namespace AgentFunctions.Ledger.Changes;

/// <summary>
/// Whether a change was applied: its transaction inserts a row named by the ledger entry into the target's partition,
/// so that the answer is one point read, and no authority exists that names no entry.
/// </summary>
internal static class AppliedChanges
{
    private const string Prefix = "change";

    /// <summary>The insert that every change's transaction must hold.</summary>
    /// <param name="entry">The evaluation id of the ledger entry.</param>
    public static TableTransactionAction Record(string partition, Guid entry) =>
        new(TableTransactionActionType.Add, new TableEntity(partition, KeyOf(entry)));

    /// <summary>False for an entry that was never applied, or is not applied yet.</summary>
    public static async Task<bool> IsAppliedAsync(TableClient table, string partition, Guid entry, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, KeyOf(entry), ["PartitionKey"], cancellationToken);
        return found.HasValue;
    }

    private static string KeyOf(Guid entry) => TableKey.Of(Prefix, entry.ToString("D"));
}
