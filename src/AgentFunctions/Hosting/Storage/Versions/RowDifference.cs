namespace AgentFunctions.Hosting.Storage.Versions;

/// <summary>What makes a later version of an earlier one. A replaced row is in both lists.</summary>
internal sealed record RowDifference(IReadOnlyList<VersionedRow> Added, IReadOnlyList<VersionedRow> Removed);
