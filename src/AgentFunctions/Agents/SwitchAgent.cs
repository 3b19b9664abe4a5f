using AgentFunctions.Domain.Agents;
using AgentFunctions.Hosting;
using AgentFunctions.Hosting.Storage.Versions;
using AgentFunctions.Ledger.Changes;
using AgentFunctions.Principals;
using AgentFunctions.Security;
using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Agents;

/// <summary>
/// The kill switch of one agent, and its release. Needs a reason, and no knowledge of what is there: it must work at
/// once. `If-Match` counts where it is sent.
/// </summary>
internal sealed class SwitchAgent(ReadPut reader, EntitlementTargets targets, ChangeAuthority authority)
{
    public async Task<IResult> RunAsync(AgentId id, AgentStatus wanted, HttpRequest request, CancellationToken cancellationToken)
    {
        using var activity = GovernanceActivity.Source.StartActivity(nameof(SwitchAgent));
        var read = await reader.RunAsync(request, SwitchReason.Read, cancellationToken);
        if (read is not BodyOutcome<PutRequest<string>>.Accepted { Value: var asked })
        {
            return Refusal.Of(read);
        }

        var caller = request.HttpContext.GetCaller();
        return SavedAnswer.Of(await authority.RunAsync(caller, patience => PlanAsync(id, wanted, asked, caller, patience), cancellationToken));
    }

    private async Task<PlannedChange<SavedRow>> PlanAsync(
        AgentId id, AgentStatus wanted, PutRequest<string> asked, Caller caller, CancellationToken cancellationToken)
    {
        var head = await targets.Rows.ReadHeadAsync(AgentTable.PartitionOf(id), cancellationToken);
        if (AgentTable.Read(head.Columns) is not { } present)
        {
            return new PlannedChange<SavedRow>.Refused(new Problem(ProblemCode.NotFound));
        }

        if (Refuse(head, present, wanted, asked.Precondition, caller) is { } refusal)
        {
            return new PlannedChange<SavedRow>.Refused(refusal);
        }

        if (present.Agent.Status == wanted)
        {
            return PlanDocument.Unchanged(AgentTable.StateOf(present));
        }

        var next = present with { Agent = present.Agent with { Status = wanted }, Version = present.Version + 1 };
        return PlanDocument.Change(
            wanted == AgentStatus.Suspended ? ChangeOperation.Suspend : ChangeOperation.Resume,
            asked.Document,
            AgentTable.TargetOf(id),
            AgentTable.StateOf(present),
            AgentTable.StateOf(next),
            AgentTable.Apply(targets.Rows, head, next));
    }

    private static Problem? Refuse(VersionHead head, AgentRow present, AgentStatus wanted, ChangePrecondition precondition, Caller caller) => present.Agent.Status switch
    {
        _ when precondition is not ChangePrecondition.Nothing && precondition.RefusePut(present.Version, isSame: false) is { } stale => stale,

        // A proposed one would come out of a suspension active, without anyone having accepted it.
        AgentStatus.Retired or AgentStatus.Proposed => new Problem(ProblemCode.Conflict, $"the agent is {WireName.Of(present.Agent.Status)}"),
        AgentStatus.Suspended when wanted == AgentStatus.Active
            && SecondPerson.AnswersFor(caller, present.Agent.Id.Principal, PrincipalRow.Read(head.Columns)) => SecondPerson.Required,
        _ => null,
    };
}
