namespace AgentFunctions.Hosting.Storage.Versions;

/// <summary>What the next version does to one row.</summary>
internal abstract record RowEdit
{
    private RowEdit()
    {
    }

    internal sealed record Add(string Id, string Content) : RowEdit;

    internal sealed record Replace(VersionedRow Row, string Content) : RowEdit;

    internal sealed record End(VersionedRow Row) : RowEdit;
}
