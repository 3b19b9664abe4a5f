using AgentFunctions.Domain.Resources;
using AgentFunctions.Hosting;
using AgentFunctions.Hosting.Storage;
using AgentFunctions.Ledger.Changes;
using AgentFunctions.Principals;
using AgentFunctions.Security;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Resources;

/// <summary>Takes a resource out of the registry: from then on it is as sensitive as any that nobody registered.</summary>
internal sealed class DeleteResource(Tables tables, ChangeAuthority authority)
{
    private readonly TableClient table = tables[ResourceTable.Table];

    public async Task<IResult> RunAsync(ResourceId id, HttpRequest request, CancellationToken cancellationToken)
    {
        using var activity = GovernanceActivity.Source.StartActivity(nameof(DeleteResource));
        var parsed = ChangePrecondition.Parse(request);
        return parsed is BodyOutcome<ChangePrecondition>.Accepted { Value: var precondition }
            ? SavedAnswer.Of(await authority.RunAsync(request.HttpContext.GetCaller(), patience => PlanAsync(id, precondition, patience), cancellationToken))
            : Refusal.Of(parsed);
    }

    private async Task<PlannedChange<SavedRow>> PlanAsync(ResourceId id, ChangePrecondition precondition, CancellationToken cancellationToken)
    {
        var row = await EditedRow.ReadAsync(table, ResourceTable.PartitionOf(id), ResourceTable.RowKey, cancellationToken);
        if (row.Entity is not { } entity || ResourceTable.StateOf(ResourceTable.Read(entity)) is not { } present)
        {
            return new PlannedChange<SavedRow>.Refused(new Problem(ProblemCode.NotFound));
        }

        if (precondition.RefuseDelete(present.Version) is { } refusal)
        {
            return new PlannedChange<SavedRow>.Refused(refusal);
        }

        var deleted = ResourceTable.WriteDeleted(id, ResourceTable.NextVersion(entity));
        return PlanDocument.Delete(
            ResourceTable.TargetOf(id),
            present,
            ResourceTable.ReadVersion(deleted),
            (entry, patience) => ApplyChange.SubmitAsync(table, row.Partition, [row.Write(deleted)], entry, patience));
    }
}
