using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Domain.Decisions.Factors;

/// <summary>Someone authenticated must ask. What their credential is worth was settled where it was validated.</summary>
internal static class CallerFactor
{
    public static void Judge(in Question question, ref Findings findings)
    {
        if (question.Request.Caller.Length > 0)
        {
            findings.Say(Factor.Caller, Effect.Allow);
        }
        else
        {
            findings.Say(Factor.Caller, Effect.Deny, ReasonCode.CallerUnknown, question.Request.Requester);
        }
    }
}
