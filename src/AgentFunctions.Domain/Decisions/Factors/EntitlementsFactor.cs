using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Domain.Decisions.Factors;

/// <summary>The authority of the acting agent, or of the subject where none acts. No match is deny.</summary>
internal static class EntitlementsFactor
{
    public static void Judge(in Question question, ref Findings findings)
    {
        var (request, facts) = (question.Request, question.Facts);
        if (facts.Resource is ResourceFacts.Registered known && known.Resource.Id != request.Resource)
        {
            findings.Say(Factor.Entitlements, Effect.Deny, ReasonCode.FactsMismatch, request.Requester);
        }

        Judge(facts.Entitlements, Factor.Entitlements, ReasonCode.NoEntitlement, request.Requester, question, ref findings);
    }

    /// <summary>Asks one principal's entitlements for a factor.</summary>
    public static void Judge(
        CompiledEntitlements entitlements,
        Factor factor,
        ReasonCode noMatch,
        PrincipalId about,
        in Question question,
        ref Findings findings)
    {
        var applied = findings.Match(entitlements, factor, question);
        if (applied.IsEmpty)
        {
            findings.Say(factor, Effect.Deny, noMatch, about);
        }

        if (applied.Include(Effect.Allow))
        {
            findings.Say(factor, Effect.Allow);
        }

        if (applied.Include(Effect.Challenge))
        {
            findings.Say(factor, Effect.Challenge, ReasonCode.EntitlementChallenge, about);
        }

        if (applied.Include(Effect.Deny))
        {
            findings.Say(factor, Effect.Deny, ReasonCode.EntitlementDeny, about);
        }
    }
}
