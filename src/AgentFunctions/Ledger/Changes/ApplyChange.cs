using AgentFunctions.Hosting.Storage;
using Azure;
using Azure.Data.Tables;

namespace AgentFunctions.Ledger.Changes;

/// <summary>Writes a change's rows, all or none, together with the record of its ledger entry.</summary>
internal static class ApplyChange
{
    // Table Storage takes 100 rows a transaction; one is the record.
    private const int MaxActions = 99;

    /// <param name="partition">Of the target: every row must be in it. Azure refuses another one, Azurite does not.</param>
    /// <param name="actions">1 to 99 inserts and conditional updates.</param>
    /// <param name="entry">The evaluation id of the committed ledger entry.</param>
    public static async Task<ApplyOutcome> SubmitAsync(
        TableClient table, string partition, IReadOnlyList<TableTransactionAction> actions, Guid entry, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(actions.Count, MaxActions);
        if (actions.Any(action => action.Entity.PartitionKey != partition))
        {
            throw new ArgumentException("a change writes one partition only", nameof(actions));
        }

        try
        {
            await table.SubmitTransactionAsync([.. actions, AppliedChanges.Record(partition, entry)], cancellationToken);
            return ApplyOutcome.Applied;
        }
        catch (RequestFailedException fault) when (StorageFault.IsConflict(fault))
        {
            // The SDK's retry conflicts with its own first attempt when only the answer was lost.
            return await FindOutAsync(table, partition, entry, ApplyOutcome.Superseded, cancellationToken);
        }
        catch (Exception fault) when (StorageFault.IsOne(fault, cancellationToken))
        {
            return await FindOutAsync(table, partition, entry, ApplyOutcome.Unknown, cancellationToken);
        }
    }

    private static async Task<ApplyOutcome> FindOutAsync(
        TableClient table, string partition, Guid entry, ApplyOutcome otherwise, CancellationToken cancellationToken)
    {
        try
        {
            return await AppliedChanges.IsAppliedAsync(table, partition, entry, cancellationToken) ? ApplyOutcome.Applied : otherwise;
        }
        catch (Exception fault) when (StorageFault.IsOne(fault, cancellationToken))
        {
            return ApplyOutcome.Unknown;
        }
    }
}
