using AgentFunctions.Domain.Principals;
using AgentFunctions.Hosting;
using AgentFunctions.Hosting.Storage.Versions;
using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Principals;

/// <summary>Reads entitlements as they are now: one, or a page of all.</summary>
internal sealed class ReadEntitlements(EntitlementTargets targets)
{
    public async Task<IResult> OneAsync(EntitlementPath path, CancellationToken cancellationToken)
    {
        var head = await targets.Rows.ReadHeadAsync(PrincipalTable.PartitionOf(path.Principal), cancellationToken);
        var found = head.Version == 0
            ? []
            : await targets.Rows.FindAsync(head.Partition, head.Version, path.EntitlementId, cancellationToken);
        return found.Count == 0
            ? new Problem(ProblemCode.NotFound)
            : DocumentAnswer.Ok(EntitlementJson.Print(EntitlementRows.Read(found[0])), found[0].ValidFrom);
    }

    public async Task<IResult> PageAsync(PrincipalId principal, HttpRequest request, CancellationToken cancellationToken)
    {
        var parsed = PageRequest.Parse(request);
        if (parsed is not BodyOutcome<PageRequest>.Accepted { Value: var asked })
        {
            return Refusal.Of(parsed);
        }

        var head = await targets.Rows.ReadHeadAsync(PrincipalTable.PartitionOf(principal), cancellationToken);
        return EntitlementTargets.RefuseUnregistered(head) is { } refusal
            ? refusal
            : DocumentAnswer.Ok(EntitlementContracts.Print("entitlements", await RowPage.ReadAsync(targets.Rows, head, asked, cancellationToken)), 0);
    }
}
