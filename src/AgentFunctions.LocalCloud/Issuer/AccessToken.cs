namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>What an access token says, before issuer and time. <paramref name="ClientId"/> is who presents it.</summary>
internal abstract record AccessToken(string ClientId, string Audience, ClientProof Proof, IReadOnlyList<string> Roles)
{
    /// <summary>App-only: the client acts for itself.</summary>
    internal sealed record ForClient(string ClientId, string Audience, ClientProof Proof, IReadOnlyList<string> Roles)
        : AccessToken(ClientId, Audience, Proof, Roles);

    /// <summary>Delegated: the client acts for <paramref name="Person"/>.</summary>
    internal sealed record ForPerson(string ClientId, string Audience, ClientProof Proof, IReadOnlyList<string> Roles, Person Person, IReadOnlyList<string> Permissions)
        : AccessToken(ClientId, Audience, Proof, Roles);
}
