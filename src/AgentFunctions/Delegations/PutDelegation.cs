using AgentFunctions.Agents;
using AgentFunctions.Directory;
using AgentFunctions.Domain.Agents;
using AgentFunctions.Domain.Delegations;
using AgentFunctions.Hosting;
using AgentFunctions.Hosting.Storage;
using AgentFunctions.Ledger.Changes;
using AgentFunctions.Principals;
using AgentFunctions.Security;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Delegations;

/// <summary>Lends an agent what a person may do, within a scope and until a time; or changes what is lent.</summary>
internal sealed class PutDelegation(
    DelegationAccess access, ReadPut reader, Tables tables, FindPerson people, ChangeAuthority authority, TimeProvider clock)
{
    private readonly TableClient table = tables[DelegationTable.Table];

    public async Task<IResult> RunAsync(DelegationPath path, HttpRequest request, CancellationToken cancellationToken)
    {
        using var activity = GovernanceActivity.Source.StartActivity(nameof(PutDelegation));
        var (now, caller) = (clock.GetUtcNow(), request.HttpContext.GetCaller());
        if (await access.RefuseWriteAsync(caller, path.Delegator, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var read = await reader.RunAsync(request, document => DelegationContracts.Read(document, now), cancellationToken);
        return read is BodyOutcome<PutRequest<DelegationDraft>>.Accepted { Value: var wanted }
            ? SavedAnswer.Of(await authority.RunAsync(caller, patience => PlanAsync(path, wanted, caller, patience), cancellationToken))
            : Refusal.Of(read);
    }

    private async Task<PlannedChange<SavedRow>> PlanAsync(
        DelegationPath path, PutRequest<DelegationDraft> wanted, Caller caller, CancellationToken cancellationToken)
    {
        var row = await EditedRow.ReadAsync(
            table, DelegationTable.PartitionOf(path.Delegator), DelegationTable.RowKeyOf(path.Agent), cancellationToken);
        var present = DelegationTable.StateOf(row.Entity is { } entity ? DelegationTable.Read(entity) : null);
        var next = new Delegation
        {
            Delegator = path.Delegator,
            Agent = path.Agent,
            Version = DelegationTable.NextVersion(row.Entity),
            Actions = wanted.Document.Actions,
            Resources = wanted.Document.Resources,
            ExpiresAt = wanted.Document.ExpiresAt,
        };
        if (PlanDocument.Settle(present, DelegationContracts.Print(next), wanted.Precondition) is { } settled)
        {
            return settled;
        }

        return await RefuseAsync(path, caller, cancellationToken) is { } refusal
            ? new PlannedChange<SavedRow>.Refused(refusal)
            : PlanDocument.Put(
                DelegationTable.TargetOf(path),
                present,
                DelegationTable.StateOf(next),
                (entry, patience) => ApplyChange.SubmitAsync(table, row.Partition, [row.Write(DelegationTable.Write(next))], entry, patience));
    }

    private async Task<Problem?> RefuseAsync(DelegationPath path, Caller caller, CancellationToken cancellationToken)
    {
        var head = await EditedRow.ReadAsync(table, AgentTable.PartitionOf(path.Agent), AgentTable.RowKey, cancellationToken);
        if (head.Entity is not { } entity || AgentTable.Read(entity) is not { } agent)
        {
            return new Problem(ProblemCode.NotFound, "the agent is not registered");
        }

        if (agent.Agent.Status == AgentStatus.Retired)
        {
            return new Problem(ProblemCode.Conflict, "the agent is retired");
        }

        // One's own rights are one's own to lend; another's would widen what the caller answers for.
        return caller.Person != path.Delegator && SecondPerson.AnswersFor(caller, path.Agent.Principal, PrincipalRow.Read(entity))
            ? SecondPerson.Required
            : await people.RefuseUnlessLivingAsync(path.Delegator, "delegator", cancellationToken);
    }
}
