using System.Diagnostics.CodeAnalysis;
using AgentFunctions.Domain.Resources;
using AgentFunctions.Hosting;
using AgentFunctions.Hosting.Storage;
using AgentFunctions.Ledger.Changes;
using AgentFunctions.Principals;
using Azure.Data.Tables;

namespace AgentFunctions.Resources;

/// <summary>
/// One partition a resource: its one row, and the changes that were applied to it. A deleted one keeps its version, so
/// that no version ever means two things.
/// </summary>
internal static class ResourceTable
{
    public const string Table = TableNames.Resources;
    public const string RowKey = "resource";

    /// <summary>Column: true where it was deleted.</summary>
    public const string DeletedColumn = "Deleted";

    private const string TypeColumn = "Type";
    private const string IdColumn = "Id";
    private const string VersionColumn = nameof(ResourceRow.Version);

    public static string PartitionOf(ResourceId id) => TableKey.Of(id.Type, id.Id);

    /// <summary>Null where it was deleted.</summary>
    /// <exception cref="InvalidDataException">The row is not one that the app writes: what it says is not guessed.</exception>
    public static ResourceRow? Read(TableEntity row)
    {
        if (row.GetBoolean(DeletedColumn) ?? throw RowColumns.Strange(DeletedColumn))
        {
            return null;
        }

        var resource = new Resource
        {
            Id = ResourceId.TryParse(row.ReadText(TypeColumn), row.ReadText(IdColumn), out var id) ? id : throw RowColumns.Strange(IdColumn),
            Sensitivity = row.ReadName<Sensitivity>(nameof(Resource.Sensitivity)),
            Properties = row.ReadMap(nameof(Resource.Properties)),
        };
        return new(resource, ReadVersion(row));
    }

    [return: NotNullIfNotNull(nameof(row))]
    public static DocumentState? StateOf(ResourceRow? row) => row is null ? null : new(ResourceContracts.Print(row), row.Version);

    /// <summary>As the ledger names it.</summary>
    public static ChangeTarget TargetOf(ResourceId id) => new("resource", new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["type"] = id.Type,
        ["id"] = id.Id,
    });

    /// <summary>The version of the row, of a deleted one too.</summary>
    public static long ReadVersion(TableEntity row) => row.ReadVersion(VersionColumn);

    /// <param name="row">Null for the first one.</param>
    public static long NextVersion(TableEntity? row) => row is null ? 1 : ReadVersion(row) + 1;

    public static TableEntity Write(ResourceRow row) => new(PartitionOf(row.Resource.Id), RowKey)
    {
        [TypeColumn] = row.Resource.Id.Type,
        [IdColumn] = row.Resource.Id.Id,
        [nameof(Resource.Sensitivity)] = WireName.Of(row.Resource.Sensitivity),
        [nameof(Resource.Properties)] = RowColumns.Print(row.Resource.Properties),
        [DeletedColumn] = false,
        [VersionColumn] = row.Version,
    };

    /// <param name="version">One more than the last one.</param>
    public static TableEntity WriteDeleted(ResourceId id, long version) => new(PartitionOf(id), RowKey)
    {
        [DeletedColumn] = true,
        [VersionColumn] = version,
    };
}
