using AgentFunctions.Domain.Agents;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Domain.Resources;

namespace AgentFunctions.Domain.Decisions;

/// <summary>One question, parsed, with who asks and who acts already settled by the caller's token.</summary>
public sealed record AccessRequest
{
    /// <summary>Client id of the authenticated caller.</summary>
    public required string Caller { get; init; }

    /// <summary>The AuthZEN subject: the delegator, the agent itself, or (no agent involved) whoever wants access.</summary>
    public required PrincipalId Subject { get; init; }

    /// <summary>What the request claims of the subject, without `act`.</summary>
    public AttributeMap SubjectProperties { get; init; } = AttributeMap.Empty;

    /// <summary>The actor chain, nearest first: the first one acts. Empty when no agent is involved. At most 8.</summary>
    public required IReadOnlyList<AgentId> Actors { get; init; }

    public DelegatorClaim Delegator { get; init; } = DelegatorClaim.None;

    /// <summary>1 to 128 characters.</summary>
    public required string Action { get; init; }

    /// <summary>Includes `arguments`.</summary>
    public AttributeMap ActionProperties { get; init; } = AttributeMap.Empty;

    public required ResourceId Resource { get; init; }

    /// <summary>What the request claims of the resource.</summary>
    public AttributeMap ResourceProperties { get; init; } = AttributeMap.Empty;

    /// <summary>Without `route`, which <see cref="Route"/> holds with its verification.</summary>
    public AttributeMap Context { get; init; } = AttributeMap.Empty;

    /// <summary>At most 16 hops, in the order in which the request names them.</summary>
    public IReadOnlyList<RouteHop> Route { get; init; } = [];

    /// <summary>The principal whose entitlements decide: the acting agent, or the subject.</summary>
    public PrincipalId Requester => Actors.Count > 0 ? Actors[0].Principal : Subject;
}
