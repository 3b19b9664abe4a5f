using AgentFunctions.Domain.Attributes;
using AgentFunctions.Hosting.Storage.Versions;
using static AgentFunctions.Hosting.DocumentMembers;

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

    public AttributeValue Print() => MapOf(
        ("version", NumberOf(Version)),
        ("entitlements", NumberOf(Total)),
        ("added", NumberOf(Added)),
        ("replaced", NumberOf(Replaced)),
        ("ended", NumberOf(Ended)),
        ("unchanged", new AttributeValue.Flag(IsUnchanged)));
}
