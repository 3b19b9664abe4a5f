using AgentFunctions.Domain.Attributes;
using AgentFunctions.Hosting.Storage.Versions;

namespace AgentFunctions.Principals;

/// <summary>What an import made, or found.</summary>
/// <param name="Version">Of the entitlements, after it.</param>
/// <param name="Total">Entitlements that the principal has.</param>
/// <param name="IsUnchanged">Everything was as imported already: no new version, no ledger entry.</param>
internal sealed record ImportCounts(long Version, int Total, int Added, int Replaced, int Ended, bool IsUnchanged)
{
    public static ImportCounts Of(long version, int total, IReadOnlyList<RowEdit> edits, bool isUnchanged) => new(
        version,
        total,
        edits.Count(edit => edit is RowEdit.Add),
        edits.Count(edit => edit is RowEdit.Replace),
        edits.Count(edit => edit is RowEdit.End),
        isUnchanged);

    public AttributeValue Print() => AttributeObject.Of(
        ("version", AttributeObject.Number(Version)),
        ("entitlements", AttributeObject.Number(Total)),
        ("added", AttributeObject.Number(Added)),
        ("replaced", AttributeObject.Number(Replaced)),
        ("ended", AttributeObject.Number(Ended)),
        ("unchanged", new AttributeValue.Flag(IsUnchanged)));
}
