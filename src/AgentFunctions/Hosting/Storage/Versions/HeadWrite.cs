using Azure.Data.Tables;

namespace AgentFunctions.Hosting.Storage.Versions;

/// <summary>The write of a head in a transaction: conditional on the ETag that was read, or on there being none.</summary>
internal static class HeadWrite
{
    /// <summary>Makes <paramref name="version"/> the one that counts.</summary>
    /// <param name="columns">Further columns that change with it.</param>
    public static TableTransactionAction Publish(VersionHead head, RowFamily family, long version, IReadOnlyDictionary<string, object> columns)
    {
        var entity = Of(head, family, columns);
        entity[family.VersionColumn] = version;
        Stage.None.WriteTo(entity);
        return Conditional(head, entity);
    }

    /// <summary>Changes columns beside the version and the stage, both of which stay as they are.</summary>
    public static TableTransactionAction Merge(VersionHead head, RowFamily family, IReadOnlyDictionary<string, object> columns) =>
        Conditional(head, Of(head, family, columns));

    internal static TableTransactionAction Mark(VersionHead head, RowFamily family, Stage stage)
    {
        var entity = Of(head, family, new Dictionary<string, object>());
        stage.WriteTo(entity);
        return Conditional(head, entity);
    }

    private static TableEntity Of(VersionHead head, RowFamily family, IReadOnlyDictionary<string, object> columns)
    {
        var entity = new TableEntity(head.Partition, family.HeadKey);
        foreach (var (column, value) in columns)
        {
            entity[column] = value;
        }

        return entity;
    }

    private static TableTransactionAction Conditional(VersionHead head, TableEntity entity) => head.Exists
        ? new(TableTransactionActionType.UpdateMerge, entity, head.ETag)
        : new(TableTransactionActionType.Add, entity);
}
