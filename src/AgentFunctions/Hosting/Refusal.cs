using System.Diagnostics;

namespace AgentFunctions.Hosting;

/// <summary>The problem in an outcome that is known not to be accepted.</summary>
internal static class Refusal
{
    public static Problem Of<T>(BodyOutcome<T> outcome) =>
        outcome is BodyOutcome<T>.Refused refused ? refused.Problem : throw new UnreachableException();
}
