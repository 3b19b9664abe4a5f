using AgentFunctions.Domain.Guardrails;
using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Domain.Decisions.Factors;

/// <summary>The tenant's switch: while it is off, every decision is deny.</summary>
internal static class TenantFactor
{
    public static void Judge(in Question question, ref Findings findings)
    {
        if (question.Facts.Tenant.Switch == TenantSwitch.Active)
        {
            findings.Say(Factor.Tenant, Effect.Allow);
        }
        else
        {
            findings.Say(Factor.Tenant, Effect.Deny, ReasonCode.TenantSuspended, question.Request.Requester);
        }
    }
}
