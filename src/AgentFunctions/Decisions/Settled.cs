using AgentFunctions.Domain.Decisions;
using AgentFunctions.Hosting;

namespace AgentFunctions.Decisions;

/// <summary>A question whose actors are known, or the reason why nobody may ask it so.</summary>
internal abstract record Settled
{
    private Settled()
    {
    }

    internal sealed record Accepted(AccessRequest Request) : Settled;

    internal sealed record Refused(Problem Problem) : Settled;
}
