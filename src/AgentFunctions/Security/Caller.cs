using AgentFunctions.Domain.Directory;

namespace AgentFunctions.Security;

/// <summary>Who calls, as a validated token says. Nothing here comes from the body, the path or another header.</summary>
internal sealed record Caller
{
    /// <summary>The issuer that vouches for all the rest.</summary>
    public required string Issuer { get; init; }

    /// <summary>The client that presented the token (Entra `azp`): 1 to 256 characters. The agent's own id when an agent calls.</summary>
    public required string ClientId { get; init; }

    /// <summary>The human who delegated to the client; <see cref="PersonId.Nobody"/> when the client acts for itself.</summary>
    public PersonId Person { get; init; } = PersonId.Nobody;

    public Role Roles { get; init; }

    /// <summary>A delegated token: a verified human stands behind the call.</summary>
    public bool IsDelegated => !Person.IsNobody;

    /// <summary>True when the caller has at least one of <paramref name="roles"/>.</summary>
    public bool HasAny(Role roles) => (Roles & roles) != Role.None;
}
