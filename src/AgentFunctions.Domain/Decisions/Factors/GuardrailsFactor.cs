using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Domain.Decisions.Factors;

/// <summary>The tenant's own rules, which no entitlement overrides. They object or they do not; they never grant.</summary>
internal static class GuardrailsFactor
{
    public static void Judge(in Question question, ref Findings findings)
    {
        var (requester, facts) = (question.Request.Requester, question.Facts);
        if (facts.Guardrails.Version != facts.Tenant.GuardrailsVersion)
        {
            findings.Say(Factor.Guardrails, Effect.Deny, ReasonCode.FactsMismatch, requester);
        }

        var applied = findings.Match(facts.Guardrails, Factor.Guardrails, question);
        findings.Say(Factor.Guardrails, Effect.Allow);
        if (applied.Include(Effect.Challenge))
        {
            findings.Say(Factor.Guardrails, Effect.Challenge, ReasonCode.GuardrailChallenge, requester);
        }

        if (applied.Include(Effect.Deny))
        {
            findings.Say(Factor.Guardrails, Effect.Deny, ReasonCode.GuardrailDeny, requester);
        }
    }
}
