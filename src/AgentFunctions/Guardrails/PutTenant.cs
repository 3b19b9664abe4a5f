using AgentFunctions.Domain.Guardrails;
using AgentFunctions.Hosting;
using AgentFunctions.Ledger.Changes;
using AgentFunctions.Principals;
using AgentFunctions.Security;
using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Guardrails;

/// <summary>Sets what decisions depend on in the whole tenant. The first time, it also puts the tenant into service.</summary>
internal sealed class PutTenant(ReadPut reader, ChangeTenant change)
{
    public async Task<IResult> RunAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var activity = GovernanceActivity.Source.StartActivity(nameof(PutTenant));
        var read = await reader.RunAsync(request, TenantContracts.ReadSettings, cancellationToken);
        if (read is not BodyOutcome<PutRequest<TenantSettings>>.Accepted { Value: var wanted })
        {
            return Refusal.Of(read);
        }

        return SavedAnswer.Of(await change.RunAsync(
            request.HttpContext.GetCaller(),
            ChangeOperation.Replace,
            string.Empty,
            wanted.Precondition.RefusePut,
            row => row.Tenant with
            {
                Switch = row.SettingsVersion == 0 ? TenantSwitch.Active : row.Tenant.Switch,
                DelegatorNeedsEntitlements = wanted.Document.DelegatorNeedsEntitlements,
                DeputyGraceDays = wanted.Document.DeputyGraceDays,
                DirectoryMaxAgeMinutes = wanted.Document.DirectoryMaxAgeMinutes,
            },
            cancellationToken));
    }
}
