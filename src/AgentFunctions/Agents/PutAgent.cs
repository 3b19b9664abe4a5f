using AgentFunctions.Directory;
using AgentFunctions.Domain.Agents;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Hosting;
using AgentFunctions.Hosting.Storage.Versions;
using AgentFunctions.Ledger.Changes;
using AgentFunctions.Principals;
using AgentFunctions.Security;
using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Agents;

/// <summary>Registers an agent, or changes what is registered of it. Its status stays: see <see cref="SwitchAgent"/>.</summary>
internal sealed class PutAgent(
    ReadPut reader, EntitlementTargets targets, FindPerson people, PrincipalIndex index, ChangeAuthority authority, TimeProvider clock)
{
    public async Task<IResult> RunAsync(AgentId id, HttpRequest request, CancellationToken cancellationToken)
    {
        using var activity = GovernanceActivity.Source.StartActivity(nameof(PutAgent));
        var now = clock.GetUtcNow();
        var read = await reader.RunAsync(request, AgentContracts.Read, cancellationToken);
        if (read is not BodyOutcome<PutRequest<AgentDraft>>.Accepted { Value: var wanted })
        {
            return Refusal.Of(read);
        }

        var caller = request.HttpContext.GetCaller();
        return SavedAnswer.Of(await authority.RunAsync(caller, patience => PlanAsync(id, wanted, caller, now, patience), cancellationToken));
    }

    private async Task<PlannedChange<SavedRow>> PlanAsync(
        AgentId id, PutRequest<AgentDraft> wanted, Caller caller, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var head = await targets.Rows.ReadHeadAsync(AgentTable.PartitionOf(id), cancellationToken);
        var present = AgentTable.Read(head.Columns);
        var next = wanted.Document.ApplyTo(present, id, now);
        if (PlanDocument.Settle(AgentTable.StateOf(present), AgentContracts.Print(next), wanted.Precondition) is { } settled)
        {
            return settled;
        }

        if (Refuse(head, present, next, caller) is { } refusal || (refusal = await RefuseNamedAsync(present, next, cancellationToken)) is not null)
        {
            return new PlannedChange<SavedRow>.Refused(refusal);
        }

        await index.EnsureAsync(id.Principal, cancellationToken);
        return PlanDocument.Put(AgentTable.TargetOf(id), AgentTable.StateOf(present), AgentTable.StateOf(next), AgentTable.Apply(targets.Rows, head, next));
    }

    private static Problem? Refuse(VersionHead head, AgentRow? present, AgentRow next, Caller caller) => present switch
    {
        null => null,
        { Agent.Status: AgentStatus.Retired } => new Problem(ProblemCode.Conflict, "the agent is retired"),
        _ when AgentWidening.Is(present.Agent, next.Agent)
            && SecondPerson.AnswersFor(caller, present.Agent.Id.Principal, PrincipalRow.Read(head.Columns)) => SecondPerson.Required,
        _ => null,
    };

    // Who was named before may have left since: that is the lifecycle's to mend, and no reason to refuse other edits.
    private async Task<Problem?> RefuseNamedAsync(AgentRow? present, AgentRow next, CancellationToken cancellationToken)
    {
        var (owner, deputy) = (next.Agent.Owner, next.Agent.Deputy);
        return (owner == present?.Agent.Owner ? null : await people.RefuseUnlessLivingAsync(owner, "owner", cancellationToken))
            ?? (deputy == (present?.Agent.Deputy ?? PersonId.Nobody) || deputy.IsNobody
                ? null
                : await people.RefuseUnlessLivingAsync(deputy, "deputy", cancellationToken));
    }
}
