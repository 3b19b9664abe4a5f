using AgentFunctions.Domain.Principals;
using AgentFunctions.Hosting;
using AgentFunctions.Hosting.Storage.Versions;
using AgentFunctions.Ledger.Changes;

namespace AgentFunctions.Principals;

/// <summary>The row of authority that is to be edited: an entitlement of a principal, or a guardrail.</summary>
internal sealed record RowTarget
{
    public required VersionedRows Rows { get; init; }

    public required string Partition { get; init; }

    public required string RowId { get; init; }

    /// <summary>As the ledger names it.</summary>
    public required ChangeTarget Target { get; init; }

    /// <summary>Why nothing of this head may be edited by anyone.</summary>
    public Func<VersionHead, Problem?> RefuseHead { get; init; } = _ => null;

    /// <summary>Why this caller may not turn the first into the second; either is null where there is none.</summary>
    public Func<VersionHead, Entitlement?, Entitlement?, Problem?> RefuseEdit { get; init; } = (_, _, _) => null;
}
