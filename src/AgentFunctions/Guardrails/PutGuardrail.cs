using AgentFunctions.Domain.Principals;
using AgentFunctions.Hosting;
using AgentFunctions.Ledger.Changes;
using AgentFunctions.Principals;
using AgentFunctions.Security;
using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Guardrails;

/// <summary>Sets a challenge or a denial over the whole tenant.</summary>
internal sealed class PutGuardrail(ReadPut reader, GuardrailTargets targets, PlanRowEdit plan, ChangeAuthority authority)
{
    public async Task<IResult> RunAsync(string guardrailId, HttpRequest request, CancellationToken cancellationToken)
    {
        using var activity = GovernanceActivity.Source.StartActivity(nameof(PutGuardrail));
        var read = await reader.RunAsync(request, document => EntitlementContracts.Read(document, guardrailId, isGuardrail: true), cancellationToken);
        if (read is not BodyOutcome<PutRequest<Entitlement>>.Accepted { Value: var wanted })
        {
            return Refusal.Of(read);
        }

        var target = targets.Of(guardrailId);
        return SavedAnswer.Of(await authority.RunAsync(
            request.HttpContext.GetCaller(), patience => plan.PutAsync(target, wanted.Document, wanted.Precondition, patience), cancellationToken));
    }
}
