namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>What a code stands for: this person, signed in to this request, until this time.</summary>
internal sealed record AuthorizationGrant(AuthorizationRequest Request, Person Person, DateTimeOffset EndsAt);
