using Azure.Data.Tables;

namespace AgentFunctions.Hosting.Storage.Versions;

/// <summary>Cuts writes into transactions: Table Storage takes 100 rows and 4 MiB each, and one row is the head.</summary>
internal static class RowBatches
{
    public const int MaxActions = 99;

    private const int MaxBytes = 3 << 20;

    // A character is at most six bytes on the wire (an escape); keys and envelope are below 2 KiB a row.
    private const int BytesACharacter = 6;
    private const int BytesARow = 2048;

    public static IEnumerable<IReadOnlyList<TableTransactionAction>> Cut(IEnumerable<TableTransactionAction> actions)
    {
        var batch = new List<TableTransactionAction>(MaxActions);
        var bytes = 0;
        foreach (var action in actions)
        {
            var size = SizeOf(action);
            if (batch.Count == MaxActions || (batch.Count > 0 && bytes + size > MaxBytes))
            {
                yield return batch;
                batch = new List<TableTransactionAction>(MaxActions);
                bytes = 0;
            }

            batch.Add(action);
            bytes += size;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private static int SizeOf(TableTransactionAction action) =>
        BytesARow + (BytesACharacter * (((TableEntity)action.Entity).GetString(VersionedRow.ContentColumn)?.Length ?? 0));
}
