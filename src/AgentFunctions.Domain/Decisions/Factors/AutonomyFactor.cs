using AgentFunctions.Domain.Agents;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Domain.Resources;

namespace AgentFunctions.Domain.Decisions.Factors;

/// <summary>
/// How much the agents of the chain may do without asking a person: autonomy x sensitivity, and what the gate demands
/// before it opens at all: a stated purpose and a process that is declared to tolerate it.
/// </summary>
internal static class AutonomyFactor
{
    public static void Judge(in Question question, ref Findings findings)
    {
        var sensitivity = SensitivityOf(question.Facts.Resource);
        for (var i = 0; i < question.ChainLength; i++)
        {
            if (question.TryGetRegistered(i, out var registered))
            {
                Judge(registered, sensitivity, question, ref findings);
            }
        }
    }

    /// <summary>What the table says of an agent of this autonomy before a resource of this sensitivity.</summary>
    public static Effect Gate(Autonomy autonomy, Sensitivity sensitivity) => (autonomy, sensitivity) switch
    {
        (Autonomy.None, Sensitivity.Low or Sensitivity.Medium or Sensitivity.High) => Effect.Challenge,
        (Autonomy.Low, Sensitivity.Low) => Effect.Allow,
        (Autonomy.Low, Sensitivity.Medium or Sensitivity.High) => Effect.Challenge,
        (Autonomy.Medium, Sensitivity.Low or Sensitivity.Medium) => Effect.Allow,
        (Autonomy.Medium, Sensitivity.High or Sensitivity.Critical) => Effect.Challenge,
        (Autonomy.High, Sensitivity.Low or Sensitivity.Medium or Sensitivity.High) => Effect.Allow,
        (Autonomy.High, Sensitivity.Critical) => Effect.Challenge,
        _ => Effect.Deny,
    };

    private static void Judge(ActorFacts.Registered registered, Sensitivity sensitivity, in Question question, ref Findings findings)
    {
        var agent = registered.Agent;
        findings.Say(Factor.Autonomy, Effect.Allow);
        if (agent.Purpose.Length == 0)
        {
            findings.Say(Factor.Autonomy, Effect.Challenge, ReasonCode.PurposeMissing, agent.Id.Principal);
        }

        var autonomy = DeputyFactor.HasLivingDeputy(registered, question) ? agent.Autonomy : OneLower(agent.Autonomy);
        switch (Gate(autonomy, sensitivity))
        {
            case Effect.Allow:
                break;
            case Effect.Challenge:
                findings.Say(Factor.Autonomy, Effect.Challenge, ReasonCode.AutonomyExceeded, agent.Id.Principal);
                break;
            default:
                findings.Say(Factor.Autonomy, Effect.Deny, ReasonCode.AutonomyForbidden, agent.Id.Principal);
                break;
        }

        if (sensitivity > agent.Tolerance)
        {
            findings.Say(Factor.Autonomy, Effect.Challenge, ReasonCode.ToleranceExceeded, agent.Id.Principal);
        }
    }

    private static Autonomy OneLower(Autonomy autonomy) => autonomy == Autonomy.None ? Autonomy.None : autonomy - 1;

    private static Sensitivity SensitivityOf(ResourceFacts facts) =>
        facts is ResourceFacts.Registered registered ? registered.Resource.Sensitivity : Sensitivity.High;
}
