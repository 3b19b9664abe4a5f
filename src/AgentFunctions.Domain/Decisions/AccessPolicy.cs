using AgentFunctions.Domain.Decisions.Factors;

namespace AgentFunctions.Domain.Decisions;

/// <summary>The decision. Pure and total: the same input gives the same answer forever, and every input gives one.</summary>
public static class AccessPolicy
{
    /// <summary>
    /// Asks every factor, in the order of <see cref="Factor"/>. None is skipped because another has already said no: the
    /// answer names everything that stands in the way. Facts that are not those of the request deny.
    /// </summary>
    public static Decision Decide(AccessRequest request, AccessFacts facts, DateTimeOffset now)
    {
        var question = new Question(request, facts, now);
        var findings = new Findings();

        TenantFactor.Judge(question, ref findings);
        CallerFactor.Judge(question, ref findings);
        AgentFactor.Judge(question, ref findings);
        OwnerFactor.Judge(question, ref findings);
        DeputyFactor.Judge(question, ref findings);
        DelegatorFactor.Judge(question, ref findings);
        SubjectFactor.Judge(question, ref findings);
        EntitlementsFactor.Judge(question, ref findings);
        GuardrailsFactor.Judge(question, ref findings);
        AutonomyFactor.Judge(question, ref findings);

        return findings.Conclude();
    }
}
