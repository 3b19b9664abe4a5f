using AgentFunctions.Hosting;
using AgentFunctions.Ledger.Changes;
using AgentFunctions.Security;
using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Principals;

/// <summary>Takes one entitlement away. Its row stays, for decisions that were made under it.</summary>
internal sealed class DeleteEntitlement(EntitlementTargets targets, PlanRowEdit plan, ChangeAuthority authority)
{
    public async Task<IResult> RunAsync(EntitlementPath path, HttpRequest request, CancellationToken cancellationToken)
    {
        using var activity = GovernanceActivity.Source.StartActivity(nameof(DeleteEntitlement));
        var parsed = ChangePrecondition.Parse(request);
        if (parsed is not BodyOutcome<ChangePrecondition>.Accepted { Value: var precondition })
        {
            return Refusal.Of(parsed);
        }

        var caller = request.HttpContext.GetCaller();
        var target = targets.Of(path, caller);
        return SavedAnswer.Of(await authority.RunAsync(caller, patience => plan.DeleteAsync(target, precondition, patience), cancellationToken));
    }
}
