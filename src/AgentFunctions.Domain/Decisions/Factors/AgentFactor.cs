using AgentFunctions.Domain.Agents;
using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Domain.Decisions.Factors;

/// <summary>Every agent of the chain must be registered and active. An agent that is named outside of a chain is none.</summary>
internal static class AgentFactor
{
    public static void Judge(in Question question, ref Findings findings)
    {
        var (request, facts) = (question.Request, question.Facts);
        if (request.Actors.Count != facts.Actors.Count)
        {
            findings.Say(Factor.Agent, Effect.Deny, ReasonCode.FactsMismatch, request.Requester);
        }

        if (request.Actors.Count == 0 && request.Subject.IsAgent)
        {
            findings.Say(Factor.Agent, Effect.Deny, ReasonCode.AgentUnknown, request.Subject);
        }

        for (var i = 0; i < question.ChainLength; i++)
        {
            Judge(request.Actors[i], facts.Actors[i], ref findings);
        }
    }

    private static void Judge(AgentId id, ActorFacts facts, ref Findings findings)
    {
        switch (facts)
        {
            case ActorFacts.Registered registered when registered.Agent.Id.Value == id.Value:
                Judge(registered.Agent, ref findings);
                break;
            case ActorFacts.Unregistered unregistered when unregistered.Id.Value == id.Value:
                findings.Say(Factor.Agent, Effect.Deny, ReasonCode.AgentUnknown, id.Principal);
                break;
            default:
                findings.Say(Factor.Agent, Effect.Deny, ReasonCode.FactsMismatch, id.Principal);
                break;
        }
    }

    private static void Judge(Agent agent, ref Findings findings)
    {
        if (agent.Status == AgentStatus.Active)
        {
            findings.Say(Factor.Agent, Effect.Allow);
        }
        else
        {
            findings.Say(Factor.Agent, Effect.Deny, CodeOf(agent.Status), agent.Id.Principal);
        }
    }

    private static ReasonCode CodeOf(AgentStatus status) => status switch
    {
        AgentStatus.Proposed => ReasonCode.AgentProposed,
        AgentStatus.Suspended => ReasonCode.AgentSuspended,
        _ => ReasonCode.AgentRetired,
    };
}
