using AgentFunctions.Domain.Agents;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Domain.Guardrails;
using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Domain.Decisions.Factors;

/// <summary>
/// A second one who answers for each agent of the chain. Without a living deputy decisions go on for the tenant's grace
/// period, with autonomy one level lower (see <see cref="AutonomyFactor"/>), and then deny.
/// </summary>
internal static class DeputyFactor
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

    public static bool HasLivingDeputy(ActorFacts.Registered registered, in Question question) =>
        registered.Deputy.Id.Value == registered.Agent.Deputy.Value
        && PersonStanding.IsLiving(registered.Deputy, question.Facts.Tenant, question.Now);

    private static void Judge(ActorFacts.Registered registered, in Question question, ref Findings findings)
    {
        var (agent, _, deputy) = registered;
        if (HasLivingDeputy(registered, question))
        {
            findings.Say(Factor.Deputy, Effect.Allow);
            return;
        }

        if (deputy.Id.Value != agent.Deputy.Value)
        {
            findings.Say(Factor.Deputy, Effect.Deny, ReasonCode.FactsMismatch, agent.Id.Principal);
        }

        var tenant = question.Facts.Tenant;
        var graceOver = IsOver(question.Now - MissingSince(agent, deputy, tenant, question.Now), tenant.DeputyGraceDays);
        if (PersonStanding.IsStale(deputy, tenant, question.Now))
        {
            findings.Say(Factor.Deputy, graceOver ? Effect.Deny : Effect.Allow, ReasonCode.DirectoryStale, deputy.Id.Principal);
        }

        if (graceOver)
        {
            findings.Say(Factor.Deputy, Effect.Deny, ReasonCode.DeputyGraceOver, agent.Id.Principal);
        }
        else
        {
            findings.Say(Factor.Deputy, Effect.Allow, ReasonCode.DeputyMissing, agent.Id.Principal);
        }
    }

    /// <summary>The first instant at which nobody living was known to be the deputy.</summary>
    private static DateTimeOffset MissingSince(Agent agent, Person deputy, Tenant tenant, DateTimeOffset now)
    {
        var ceased = agent.DeputySince;
        if (deputy.Standing == Standing.Left)
        {
            ceased = deputy.Since;
        }
        else if (deputy.Standing == Standing.Living && PersonStanding.IsStale(deputy, tenant, now))
        {
            ceased = PersonStanding.FreshUntil(deputy, tenant);
        }

        return ceased > agent.DeputySince ? ceased : agent.DeputySince;
    }

    // Wide, so that no setting, however absurd, overflows.
    private static bool IsOver(TimeSpan elapsed, int graceDays) => elapsed.Ticks >= (Int128)graceDays * TimeSpan.TicksPerDay;
}
