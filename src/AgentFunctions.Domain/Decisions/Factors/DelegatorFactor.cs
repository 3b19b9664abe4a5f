using AgentFunctions.Domain.Delegations;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Domain.Decisions.Factors;

/// <summary>
/// The human for whom the chain acts: living, known for certain, lending what is asked for, and, where the tenant says
/// so, entitled to it themselves.
/// </summary>
internal static class DelegatorFactor
{
    public static void Judge(in Question question, ref Findings findings)
    {
        switch (question.Request.Delegator, question.Facts.Delegator)
        {
            case (DelegatorClaim.Nobody, DelegatorFacts.NotInvolved):
                break;
            case (DelegatorClaim.Verified claim, DelegatorFacts.Involved facts):
                Judge(claim.Person, facts, isAsserted: false, question, ref findings);
                break;
            case (DelegatorClaim.Asserted claim, DelegatorFacts.Involved facts):
                Judge(claim.Person, facts, isAsserted: true, question, ref findings);
                break;
            default:
                findings.Say(Factor.Delegator, Effect.Deny, ReasonCode.FactsMismatch, question.Request.Subject);
                break;
        }
    }

    private static void Judge(PersonId claimed, DelegatorFacts.Involved facts, bool isAsserted, in Question question, ref Findings findings)
    {
        // The delegator is the subject: otherwise conditions would read another's properties.
        if (facts.Person.Id.Value != claimed.Value || question.Request.Subject.Id != claimed.Value)
        {
            findings.Say(Factor.Delegator, Effect.Deny, ReasonCode.FactsMismatch, question.Request.Subject);
        }

        PersonStanding.Demand(facts.Person, Factor.Delegator, ReasonCode.DelegatorUnknown, ReasonCode.DelegatorLeft, question, ref findings);
        if (isAsserted)
        {
            findings.Say(Factor.Delegator, Effect.Challenge, ReasonCode.DelegatorAsserted, question.Request.Subject);
        }

        JudgeDelegation(claimed, facts.Delegation, question, ref findings);
        if (question.Facts.Tenant.DelegatorNeedsEntitlements)
        {
            EntitlementsFactor.Judge(facts.Entitlements, Factor.Delegator, ReasonCode.DelegatorNotEntitled, question.Request.Subject, question, ref findings);
        }
    }

    private static void JudgeDelegation(PersonId claimed, DelegationFacts facts, in Question question, ref Findings findings)
    {
        var request = question.Request;
        if (facts is not DelegationFacts.Lent { Delegation: var delegation } || !IsLentTo(delegation, claimed, request))
        {
            findings.Say(Factor.Delegator, Effect.Deny, ReasonCode.DelegationMissing, request.Subject);
            return;
        }

        if (question.Now >= delegation.ExpiresAt)
        {
            findings.Say(Factor.Delegator, Effect.Deny, ReasonCode.DelegationExpired, request.Subject);
        }

        if (!Covers(delegation, request))
        {
            findings.Say(Factor.Delegator, Effect.Deny, ReasonCode.DelegationOutOfScope, request.Subject);
        }
    }

    // One lent by someone else, or to an agent that is not the farthest of the chain, is as good as none.
    private static bool IsLentTo(Delegation delegation, PersonId claimed, AccessRequest request) =>
        request.Actors.Count > 0
        && delegation.Agent.Value == request.Actors[^1].Value
        && delegation.Delegator.Value == claimed.Value;

    private static bool Covers(Delegation delegation, AccessRequest request) =>
        AnyCovers(delegation.Actions, request.Action) && AnyCovers(delegation.Resources, request);

    private static bool AnyCovers(IReadOnlyList<string> actions, string action)
    {
        for (var i = 0; i < actions.Count; i++)
        {
            if (Pattern.Covers(actions[i], action))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AnyCovers(IReadOnlyList<ResourcePattern> patterns, AccessRequest request)
    {
        for (var i = 0; i < patterns.Count; i++)
        {
            if (patterns[i].Covers(request.Resource))
            {
                return true;
            }
        }

        return false;
    }
}
