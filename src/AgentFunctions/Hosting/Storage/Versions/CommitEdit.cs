using AgentFunctions.Ledger.Changes;

namespace AgentFunctions.Hosting.Storage.Versions;

/// <summary>Applies an edit of one row as the next version, in one transaction: old row, new row, head, record of the entry.</summary>
internal static class CommitEdit
{
    /// <param name="head">Exists, has no stage, and is the one on whose version the edit was planned.</param>
    /// <param name="entry">The evaluation id of the committed ledger entry.</param>
    public static Task<ApplyOutcome> RunAsync(VersionedRows rows, VersionHead head, RowEdit edit, Guid entry, CancellationToken cancellationToken)
    {
        var next = head.Version + 1;
        return ApplyChange.SubmitAsync(
            rows.Table,
            head.Partition,
            [.. RowActions.Of(edit, head.Partition, rows.Family, next), HeadWrite.Publish(head, rows.Family, next, new Dictionary<string, object>())],
            entry,
            cancellationToken);
    }
}
