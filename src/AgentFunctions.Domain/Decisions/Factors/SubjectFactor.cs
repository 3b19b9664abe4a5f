using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Domain.Decisions.Factors;

/// <summary>
/// Who wants access where no delegator speaks for them: a person must be living, an agent must stand in its own chain,
/// and principals of other types need no standing.
/// </summary>
internal static class SubjectFactor
{
    public static void Judge(in Question question, ref Findings findings)
    {
        var (request, facts) = (question.Request, question.Facts);
        if (request.Delegator is not DelegatorClaim.Nobody)
        {
            return;
        }

        if (request.Actors.Count > 0)
        {
            JudgeInChain(request, ref findings);
        }
        else if (request.Subject.IsPerson)
        {
            JudgePerson(request, facts, question, ref findings);
        }
    }

    // Agents that act for someone whom nobody, not even they, names as delegator would escape the delegator's factor.
    private static void JudgeInChain(AccessRequest request, ref Findings findings)
    {
        if (request.Subject.IsAgent && IsInChain(request))
        {
            findings.Say(Factor.Subject, Effect.Allow);
        }
        else
        {
            findings.Say(Factor.Subject, Effect.Deny, ReasonCode.SubjectUnknown, request.Subject);
        }
    }

    private static void JudgePerson(AccessRequest request, AccessFacts facts, in Question question, ref Findings findings)
    {
        if (facts.Subject.Person.Id.Value != request.Subject.Id)
        {
            findings.Say(Factor.Subject, Effect.Deny, ReasonCode.FactsMismatch, request.Subject);
        }

        PersonStanding.Demand(facts.Subject.Person, Factor.Subject, ReasonCode.SubjectUnknown, ReasonCode.SubjectLeft, question, ref findings);
    }

    private static bool IsInChain(AccessRequest request)
    {
        for (var i = 0; i < request.Actors.Count; i++)
        {
            if (request.Actors[i].Value == request.Subject.Id)
            {
                return true;
            }
        }

        return false;
    }
}
