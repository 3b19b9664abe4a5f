namespace AgentFunctions.Shared.Processes;

/// <summary>An OpenID Connect issuer that an app is told to trust.</summary>
/// <param name="Name">The `iss` of its tokens, under which its metadata is found.</param>
/// <param name="Audience">What its tokens must be for.</param>
public sealed record TrustedIssuer(string Name, string Audience);
