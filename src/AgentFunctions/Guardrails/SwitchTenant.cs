using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Guardrails;
using AgentFunctions.Hosting;
using AgentFunctions.Ledger.Changes;
using AgentFunctions.Principals;
using AgentFunctions.Security;
using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Guardrails;

/// <summary>The kill switch of the whole tenant, and its release. Needs a reason, and no knowledge of what is there: it must work at once.</summary>
internal sealed class SwitchTenant(DocumentBody body, ChangeTenant change)
{
    public async Task<IResult> RunAsync(TenantSwitch wanted, HttpRequest request, CancellationToken cancellationToken)
    {
        using var activity = GovernanceActivity.Source.StartActivity(nameof(SwitchTenant));
        var read = await body.ReadAsync(request, cancellationToken);
        if (read is not BodyOutcome<AttributeMap>.Accepted document)
        {
            return Refusal.Of(read);
        }

        var parsed = SwitchReason.Read(document.Value);
        if (parsed is not BodyOutcome<string>.Accepted reason)
        {
            return Refusal.Of(parsed);
        }

        var outcome = await change.RunAsync(
            request.HttpContext.GetCaller(),
            wanted == TenantSwitch.Suspended ? ChangeOperation.Suspend : ChangeOperation.Resume,
            reason.Value,
            (_, _) => null,
            row => row.Tenant with { Switch = wanted },
            cancellationToken);
        return SavedAnswer.Of(outcome);
    }
}
