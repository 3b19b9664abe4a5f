using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Domain.Decisions.Factors;

/// <summary>No accountable owner, no access: every agent of the chain needs a living one.</summary>
internal static class OwnerFactor
{
    public static void Judge(in Question question, ref Findings findings)
    {
        for (var i = 0; i < question.ChainLength; i++)
        {
            if (question.TryGetRegistered(i, out var registered))
            {
                Judge(registered, question, ref findings);
            }
        }
    }

    private static void Judge(ActorFacts.Registered registered, in Question question, ref Findings findings)
    {
        var (agent, owner, _) = registered;
        if (owner.Id.Value != agent.Owner.Value)
        {
            findings.Say(Factor.Owner, Effect.Deny, ReasonCode.FactsMismatch, agent.Id.Principal);
        }

        if (agent.Owner.IsNobody)
        {
            findings.Say(Factor.Owner, Effect.Deny, ReasonCode.OwnerMissing, agent.Id.Principal);
        }
        else
        {
            PersonStanding.Demand(owner, Factor.Owner, ReasonCode.OwnerUnknown, ReasonCode.OwnerLeft, question, ref findings);
        }
    }
}
