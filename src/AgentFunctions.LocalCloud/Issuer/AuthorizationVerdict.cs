namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>What may be done with an authorization request.</summary>
internal abstract record AuthorizationVerdict
{
    private AuthorizationVerdict()
    {
    }

    internal sealed record Good(AuthorizationRequest Request) : AuthorizationVerdict;

    /// <summary>The client or its address is not to be trusted: the person is told, nobody is redirected (RFC 6749 section 4.1.2.1).</summary>
    internal sealed record RefusedOnPage(OAuthError Error) : AuthorizationVerdict;

    internal sealed record RefusedAtClient(string RedirectUri, string? State, OAuthError Error) : AuthorizationVerdict;
}
