using Azure;
using Azure.Data.Tables;

namespace AgentFunctions.Hosting.Storage.Versions;

/// <summary>
/// The writes that an edit is made of. They carry no condition of their own: each transaction moves the head by its
/// ETag, and nothing touches versioned rows without the head.
/// </summary>
internal static class RowActions
{
    public static IReadOnlyList<TableTransactionAction> Of(RowEdit edit, string partition, RowFamily family, long next) => edit switch
    {
        RowEdit.Add add => [Insert(add.Id, add.Content, partition, family, next)],
        RowEdit.Replace replace =>
        [
            EndAt(replace.Row, partition, family, next),
            Insert(replace.Row.Id, replace.Content, partition, family, next),
        ],
        RowEdit.End end => [EndAt(end.Row, partition, family, next)],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Takes back what an edit did in a version that was never published.</summary>
    public static TableTransactionAction Undo(VersionedRow row, string partition, RowFamily family, long unpublished) =>
        row.ValidFrom == unpublished
            ? new(TableTransactionActionType.Delete, new TableEntity(partition, family.KeyOf(row.Id, row.ValidFrom)), ETag.All)
            : EndAt(row, partition, family, VersionedRow.Live);

    private static TableTransactionAction Insert(string id, string content, string partition, RowFamily family, long next)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(content.Length, VersionedRow.MaxContent);
        return new(TableTransactionActionType.Add, new VersionedRow(id, content, next, VersionedRow.Live).ToEntity(partition, family));
    }

    private static TableTransactionAction EndAt(VersionedRow row, string partition, RowFamily family, long version) => new(
        TableTransactionActionType.UpdateMerge,
        new TableEntity(partition, family.KeyOf(row.Id, row.ValidFrom)) { [nameof(VersionedRow.EndedAt)] = version },
        ETag.All);
}
