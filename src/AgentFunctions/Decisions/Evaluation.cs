using AgentFunctions.Domain.Agents;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Domain.Resources;

namespace AgentFunctions.Decisions;

/// <summary>An AuthZEN evaluation as it was sent: what it claims of who acts is not yet believed.</summary>
internal sealed record Evaluation
{
    public required PrincipalId Subject { get; init; }

    /// <summary>Without `act`.</summary>
    public required AttributeMap SubjectProperties { get; init; }

    /// <summary>The claimed actor chain, nearest first (`subject.properties.act`, nested, RFC 8693 section 4.1); or `context.agent` alone.</summary>
    public required IReadOnlyList<AgentId> Act { get; init; }

    public required string Action { get; init; }

    public required AttributeMap ActionProperties { get; init; }

    public required ResourceId Resource { get; init; }

    public required AttributeMap ResourceProperties { get; init; }

    /// <summary>Without `route` and `agent`.</summary>
    public required AttributeMap Context { get; init; }

    /// <summary>The claimed hops (`context.route`).</summary>
    public required IReadOnlyList<string> Route { get; init; }
}
