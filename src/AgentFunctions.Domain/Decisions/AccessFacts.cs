using AgentFunctions.Domain.Guardrails;
using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Domain.Decisions;

/// <summary>Everything that a decision depends on besides the request and the time, read fresh for it.</summary>
public sealed record AccessFacts
{
    public required Tenant Tenant { get; init; }

    public required CompiledEntitlements Guardrails { get; init; }

    /// <summary>One for each of the request's actors, in the same order.</summary>
    public required IReadOnlyList<ActorFacts> Actors { get; init; }

    public required SubjectFacts Subject { get; init; }

    /// <summary>Those of <see cref="AccessRequest.Requester"/>.</summary>
    public required CompiledEntitlements Entitlements { get; init; }

    public required DelegatorFacts Delegator { get; init; }

    public required ResourceFacts Resource { get; init; }
}
