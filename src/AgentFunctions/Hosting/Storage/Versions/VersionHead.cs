using Azure;
using Azure.Data.Tables;

namespace AgentFunctions.Hosting.Storage.Versions;

/// <summary>The row that says which version of a partition's rows counts. Everyone who writes it merges, with its ETag.</summary>
/// <param name="Version">0 before the first edit, and where there is no head.</param>
/// <param name="ETag">Default where there is no head.</param>
/// <param name="Columns">Everything that the row holds; empty where there is no head.</param>
internal sealed record VersionHead(string Partition, long Version, ETag ETag, Stage Stage, TableEntity Columns)
{
    public bool Exists => ETag != default;

    internal static VersionHead Absent(string partition) => new(partition, 0, default, Stage.None, []);

    internal static VersionHead Read(TableEntity entity, RowFamily family) =>
        new(entity.PartitionKey, entity.GetInt64(family.VersionColumn) ?? 0, entity.ETag, Stage.Read(entity), entity);
}
