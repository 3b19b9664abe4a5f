using AgentFunctions.Domain.Agents;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Domain.Resources;

namespace AgentFunctions.Agents;

/// <summary>What someone wants an agent to be. Its status is not among it: that changes by suspend and resume only.</summary>
internal sealed record AgentDraft
{
    public required PersonId Owner { get; init; }

    /// <summary><see cref="PersonId.Nobody"/> for none.</summary>
    public required PersonId Deputy { get; init; }

    public required string Name { get; init; }

    public required string Purpose { get; init; }

    public required Autonomy Autonomy { get; init; }

    public required Sensitivity Tolerance { get; init; }

    public required AttributeMap Properties { get; init; }

    /// <summary>The row with this written into it, at the next version.</summary>
    /// <param name="present">Null for a new agent, which is active.</param>
    public AgentRow ApplyTo(AgentRow? present, AgentId id, DateTimeOffset now)
    {
        var before = present?.Agent;
        var agent = new Agent
        {
            Id = id,
            Status = before?.Status ?? AgentStatus.Active,
            Owner = Owner,
            Deputy = Deputy,
            DeputySince = before is not null && before.Deputy == Deputy ? before.DeputySince : now,
            Purpose = Purpose,
            Autonomy = Autonomy,
            Tolerance = Tolerance,
            Properties = Properties,
        };
        return new(agent, Name, (present?.Version ?? 0) + 1);
    }
}
