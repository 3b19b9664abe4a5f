using AgentFunctions.Domain.Resources;

namespace AgentFunctions.Domain.Decisions;

public abstract record ResourceFacts
{
    private ResourceFacts()
    {
    }

    public static ResourceFacts None { get; } = new Unregistered();

    /// <summary>High sensitivity for agents, and only the properties that the request claims.</summary>
    public sealed record Unregistered : ResourceFacts;

    public sealed record Registered(Resource Resource) : ResourceFacts;
}
