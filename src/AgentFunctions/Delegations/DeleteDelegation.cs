using AgentFunctions.Hosting;
using AgentFunctions.Hosting.Storage;
using AgentFunctions.Ledger.Changes;
using AgentFunctions.Principals;
using AgentFunctions.Security;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Delegations;

/// <summary>Withdraws what a person lent to an agent.</summary>
internal sealed class DeleteDelegation(DelegationAccess access, Tables tables, ChangeAuthority authority)
{
    private readonly TableClient table = tables[DelegationTable.Table];

    public async Task<IResult> RunAsync(DelegationPath path, HttpRequest request, CancellationToken cancellationToken)
    {
        using var activity = GovernanceActivity.Source.StartActivity(nameof(DeleteDelegation));
        var caller = request.HttpContext.GetCaller();
        if (await access.RefuseWriteAsync(caller, path.Delegator, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var parsed = ChangePrecondition.Parse(request);
        return parsed is BodyOutcome<ChangePrecondition>.Accepted { Value: var precondition }
            ? SavedAnswer.Of(await authority.RunAsync(caller, patience => PlanAsync(path, precondition, patience), cancellationToken))
            : Refusal.Of(parsed);
    }

    private async Task<PlannedChange<SavedRow>> PlanAsync(DelegationPath path, ChangePrecondition precondition, CancellationToken cancellationToken)
    {
        var row = await EditedRow.ReadAsync(
            table, DelegationTable.PartitionOf(path.Delegator), DelegationTable.RowKeyOf(path.Agent), cancellationToken);
        if (row.Entity is not { } entity || DelegationTable.StateOf(DelegationTable.Read(entity)) is not { } present)
        {
            return new PlannedChange<SavedRow>.Refused(new Problem(ProblemCode.NotFound));
        }

        if (precondition.RefuseDelete(present.Version) is { } refusal)
        {
            return new PlannedChange<SavedRow>.Refused(refusal);
        }

        var deleted = DelegationTable.WriteDeleted(path.Delegator, path.Agent, DelegationTable.NextVersion(entity));
        return PlanDocument.Delete(
            DelegationTable.TargetOf(path),
            present,
            DelegationTable.ReadVersion(deleted),
            (entry, patience) => ApplyChange.SubmitAsync(table, row.Partition, [row.Write(deleted)], entry, patience));
    }
}
