namespace AgentFunctions.Hosting.Storage.Versions;

/// <summary>What turns the rows of one version into a wanted set. Equal rows are left as they are.</summary>
internal static class RowSet
{
    /// <param name="present">Every row of the version.</param>
    /// <param name="wanted">Content by id.</param>
    public static IReadOnlyList<RowEdit> Plan(IReadOnlyList<VersionedRow> present, IReadOnlyDictionary<string, string> wanted)
    {
        var edits = new List<RowEdit>();
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in present)
        {
            if (!wanted.TryGetValue(row.Id, out var content))
            {
                edits.Add(new RowEdit.End(row));
                continue;
            }

            kept.Add(row.Id);
            if (!string.Equals(content, row.Content, StringComparison.Ordinal))
            {
                edits.Add(new RowEdit.Replace(row, content));
            }
        }

        edits.AddRange(wanted.Where(pair => !kept.Contains(pair.Key)).Select(pair => new RowEdit.Add(pair.Key, pair.Value)));
        return edits;
    }
}
