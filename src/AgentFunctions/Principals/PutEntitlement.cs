using AgentFunctions.Domain.Principals;
using AgentFunctions.Hosting;
using AgentFunctions.Ledger.Changes;
using AgentFunctions.Security;
using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Principals;

/// <summary>Grants one entitlement to a registered principal, or changes it.</summary>
internal sealed class PutEntitlement(ReadPut reader, EntitlementTargets targets, PlanRowEdit plan, ChangeAuthority authority)
{
    public async Task<IResult> RunAsync(EntitlementPath path, HttpRequest request, CancellationToken cancellationToken)
    {
        using var activity = GovernanceActivity.Source.StartActivity(nameof(PutEntitlement));
        var read = await reader.RunAsync(request, document => EntitlementContracts.Read(document, path.EntitlementId, isGuardrail: false), cancellationToken);
        if (read is not BodyOutcome<PutRequest<Entitlement>>.Accepted { Value: var wanted })
        {
            return Refusal.Of(read);
        }

        var caller = request.HttpContext.GetCaller();
        var target = targets.Of(path, caller);
        return SavedAnswer.Of(await authority.RunAsync(
            caller, patience => plan.PutAsync(target, wanted.Document, wanted.Precondition, patience), cancellationToken));
    }
}
