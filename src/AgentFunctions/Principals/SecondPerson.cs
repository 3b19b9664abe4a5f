using AgentFunctions.Domain.Principals;
using AgentFunctions.Hosting;
using AgentFunctions.Security;

namespace AgentFunctions.Principals;

/// <summary>Nobody widens alone what they answer for: an agent that they own or are deputy of, or themselves.</summary>
internal static class SecondPerson
{
    public static Problem Required { get; } = new(ProblemCode.SecondPersonRequired);

    /// <summary>True when the human behind the call answers for the principal. A client that acts for itself is nobody's hand.</summary>
    public static bool AnswersFor(Caller caller, PrincipalId principal, PrincipalRow row) =>
        caller.IsDelegated
        && (row.Owner == caller.Person || row.Deputy == caller.Person || (principal.IsPerson && principal.Id == caller.Person.Value));
}
