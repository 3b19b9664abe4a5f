namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>A sign-in that may be shown to a person (RFC 6749 section 4.1.1, OpenID Connect Core section 3.1.2.1, RFC 7636).</summary>
internal sealed record AuthorizationRequest(string ClientId, string RedirectUri, string CodeChallenge, RequestedScope Scope, string? State, string? Nonce, string? LoginHint)
{
    /// <summary>The request as its parameters, to be sent again with the person's answer.</summary>
    public IEnumerable<(string Name, string Value)> Parameters => new (string Name, string? Value)[]
    {
        ("client_id", ClientId),
        ("redirect_uri", RedirectUri),
        ("response_type", "code"),
        ("code_challenge", CodeChallenge),
        ("code_challenge_method", Pkce.Method),
        ("scope", Scope.Text),
        ("state", State),
        ("nonce", Nonce),
    }.Where(parameter => !string.IsNullOrEmpty(parameter.Value)).Select(parameter => (parameter.Name, parameter.Value ?? ""));

    public static AuthorizationVerdict Judge(RequestFields fields, KnownClients clients, string audience)
    {
        // INVARIANT: nothing is sent to an address before client and address have been checked together.
        if (fields["client_id"] is not { } clientId) return OnPage("the parameter `client_id` is missing");
        if (!PlainText.IsIdentifier(clientId)) return OnPage("the parameter `client_id` is not an id: 1 to 200 printable characters");
        if (!clients.Knows(clientId)) return OnPage($"the client {OAuthError.Quote(clientId)} is not registered");
        if (fields["redirect_uri"] is not { } redirectUri) return OnPage("the parameter `redirect_uri` is missing");
        if (!clients.MayReturnTo(clientId, redirectUri)) return OnPage($"the address {OAuthError.Quote(redirectUri)} is neither registered for this client nor an http address on loopback");

        return FindFault(fields) is { } fault
            ? new AuthorizationVerdict.RefusedAtClient(redirectUri, fields["state"], fault)
            : RequestedScope.Parse(fields["scope"], audience).Match<AuthorizationVerdict>(
                scope => new AuthorizationVerdict.Good(new AuthorizationRequest(
                    clientId, redirectUri, fields["code_challenge"] ?? "", scope, fields["state"], fields["nonce"], fields["login_hint"])),
                error => new AuthorizationVerdict.RefusedAtClient(redirectUri, fields["state"], error));
    }

    private static AuthorizationVerdict.RefusedOnPage OnPage(string description) => new(OAuthError.InvalidRequest(description));

    private static OAuthError? FindFault(RequestFields fields)
    {
        if (fields["request"] is not null) return OAuthError.RequestNotSupported("request_not_supported");
        if (fields["request_uri"] is not null) return OAuthError.RequestNotSupported("request_uri_not_supported");
        if (fields["response_type"] is not { } responseType) return OAuthError.InvalidRequest("the parameter `response_type` is missing");
        if (responseType != "code") return OAuthError.UnsupportedResponseType($"the response type {OAuthError.Quote(responseType)} is not `code`");
        if (fields["response_mode"] is { } mode and not "query") return OAuthError.InvalidRequest($"the response mode {OAuthError.Quote(mode)} is not `query`");
        if (fields["code_challenge"] is not { } challenge) return OAuthError.InvalidRequest("the parameter `code_challenge` is missing");
        if (fields["code_challenge_method"] != Pkce.Method) return OAuthError.InvalidRequest("the parameter `code_challenge_method` must be `S256`");
        if (!Pkce.IsChallenge(challenge)) return OAuthError.InvalidRequest("the parameter `code_challenge` is not a base64url SHA-256");
        if ((fields["prompt"] ?? "").Split(' ').Contains("none", StringComparer.Ordinal)) return OAuthError.LoginRequired("nobody is ever signed in here");
        return null;
    }
}
