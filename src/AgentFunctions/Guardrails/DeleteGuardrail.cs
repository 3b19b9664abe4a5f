using AgentFunctions.Hosting;
using AgentFunctions.Ledger.Changes;
using AgentFunctions.Principals;
using AgentFunctions.Security;
using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Guardrails;

/// <summary>Lifts a guardrail. Its row stays, for decisions that were made under it.</summary>
internal sealed class DeleteGuardrail(GuardrailTargets targets, PlanRowEdit plan, ChangeAuthority authority)
{
    public async Task<IResult> RunAsync(string guardrailId, HttpRequest request, CancellationToken cancellationToken)
    {
        using var activity = GovernanceActivity.Source.StartActivity(nameof(DeleteGuardrail));
        var parsed = ChangePrecondition.Parse(request);
        if (parsed is not BodyOutcome<ChangePrecondition>.Accepted { Value: var precondition })
        {
            return Refusal.Of(parsed);
        }

        var target = targets.Of(guardrailId);
        return SavedAnswer.Of(await authority.RunAsync(
            request.HttpContext.GetCaller(), patience => plan.DeleteAsync(target, precondition, patience), cancellationToken));
    }
}
