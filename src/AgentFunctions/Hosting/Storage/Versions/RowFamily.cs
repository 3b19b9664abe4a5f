namespace AgentFunctions.Hosting.Storage.Versions;

/// <summary>Versioned rows of one kind, and the row of the same partition that says which version counts.</summary>
/// <param name="Prefix">First part of the rows' keys.</param>
/// <param name="HeadKey">Row key of the head.</param>
/// <param name="VersionColumn">Column of the head that holds the version.</param>
internal sealed record RowFamily(string Prefix, string HeadKey, string VersionColumn)
{
    /// <param name="id">Of the row.</param>
    /// <param name="validFrom">Version in which it became valid, 1 or more.</param>
    public string KeyOf(string id, long validFrom) =>
        TableKey.Of(Prefix, id, validFrom.ToString("D19", System.Globalization.CultureInfo.InvariantCulture));
}
