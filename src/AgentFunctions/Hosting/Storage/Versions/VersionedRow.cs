using Azure.Data.Tables;

namespace AgentFunctions.Hosting.Storage.Versions;

/// <summary>One row as it stood in the versions from <paramref name="ValidFrom"/> until before <paramref name="EndedAt"/>.</summary>
/// <param name="Id">Unique among the rows of one version.</param>
/// <param name="Content">At most <see cref="MaxContent"/> characters; the same for the whole life of the row.</param>
/// <param name="ValidFrom">First version that has it.</param>
/// <param name="EndedAt">First version that no longer has it; <see cref="Live"/> while it has not ended.</param>
internal sealed record VersionedRow(string Id, string Content, long ValidFrom, long EndedAt)
{
    /// <summary>In UTF-16 code units: a table's text takes 32,768.</summary>
    public const int MaxContent = 30_000;

    public const long Live = long.MaxValue;

    internal const string IdColumn = "Id";
    internal const string ContentColumn = "Content";

    internal static VersionedRow Read(TableEntity entity) => new(
        entity.GetString(IdColumn),
        entity.GetString(ContentColumn),
        Number(entity, nameof(ValidFrom)),
        Number(entity, nameof(EndedAt)));

    internal TableEntity ToEntity(string partition, RowFamily family) => new(partition, family.KeyOf(Id, ValidFrom))
    {
        [IdColumn] = Id,
        [ContentColumn] = Content,
        [nameof(ValidFrom)] = ValidFrom,
        [nameof(EndedAt)] = EndedAt,
    };

    // A row that lacks them was not written by the app: a fault, never a guess.
    private static long Number(TableEntity entity, string column) =>
        entity.GetInt64(column) ?? throw new InvalidDataException($"a versioned row has no `{column}`");
}
