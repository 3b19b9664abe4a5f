using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Domain.Resources;

namespace AgentFunctions.Domain.Agents;

/// <summary>A governed principal that is not a person, as its row says. Standing of people is never copied into it.</summary>
public sealed record Agent
{
    public required AgentId Id { get; init; }

    public required AgentStatus Status { get; init; }

    public required PersonId Owner { get; init; }

    /// <summary><see cref="PersonId.Nobody"/> where none was named.</summary>
    public PersonId Deputy { get; init; } = PersonId.Nobody;

    /// <summary>When the deputy was named, or ceased to be: the grace period counts from the later of this and the deputy's own leaving.</summary>
    public required DateTimeOffset DeputySince { get; init; }

    /// <summary>What it is for; empty where nobody said.</summary>
    public string Purpose { get; init; } = string.Empty;

    public Autonomy Autonomy { get; init; } = Autonomy.None;

    /// <summary>The most sensitive resource for which its process is declared to tolerate an act without a person.</summary>
    public Sensitivity Tolerance { get; init; } = Sensitivity.Low;

    /// <summary>Read by conditions as `actor.properties`.</summary>
    public AttributeMap Properties { get; init; } = AttributeMap.Empty;
}
