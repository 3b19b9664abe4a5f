using AgentFunctions.Domain.Agents;
using AgentFunctions.Domain.Directory;

namespace AgentFunctions.Domain.Decisions;

/// <summary>What is known of one agent in the chain.</summary>
public abstract record ActorFacts
{
    private ActorFacts()
    {
    }

    public sealed record Unregistered(AgentId Id) : ActorFacts;

    public sealed record Registered(Agent Agent, Person Owner, Person Deputy) : ActorFacts;
}
