namespace AgentFunctions.Hosting.Storage.Versions;

/// <summary>Some rows of a version.</summary>
/// <param name="Next">Empty on the last page.</param>
internal sealed record RowPage(long Version, IReadOnlyList<VersionedRow> Rows, string Next)
{
    /// <summary>Every page of a list is of the version that its first one read, whatever is edited meanwhile.</summary>
    public static async Task<RowPage> ReadAsync(
        VersionedRows rows, VersionHead head, PageRequest request, CancellationToken cancellationToken)
    {
        // A version that is not published yet must not be read, even if a token names it.
        var version = request.IsFirst ? head.Version : Math.Min(request.From.Version, head.Version);
        var found = version == 0
            ? []
            : await rows.EnumerateAsync(head.Partition, version, request.From.After, cancellationToken)
                .Take(request.Limit + 1).ToListAsync(cancellationToken);
        if (found.Count <= request.Limit)
        {
            return new(version, found, string.Empty);
        }

        found.RemoveAt(request.Limit);
        return new(version, found, new PageToken(version, rows.Family.KeyOf(found[^1].Id, found[^1].ValidFrom)).ToString());
    }
}
