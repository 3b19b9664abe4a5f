namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>OpenID Connect Discovery 1.0 section 3, with RFC 8414's and RFC 9207's members for what is supported here.</summary>
internal sealed record DiscoveryDocument(string Issuer, string AuthorizationEndpoint, string TokenEndpoint, string JwksUri)
{
    public IReadOnlyList<string> ResponseTypesSupported { get; } = ["code"];
    public IReadOnlyList<string> ResponseModesSupported { get; } = ["query"];
    public IReadOnlyList<string> GrantTypesSupported { get; } = ["authorization_code", "client_credentials"];
    public IReadOnlyList<string> SubjectTypesSupported { get; } = ["pairwise"];
    public IReadOnlyList<string> IdTokenSigningAlgValuesSupported { get; } = ["RS256"];
    public IReadOnlyList<string> TokenEndpointAuthMethodsSupported { get; } = ["none", "client_secret_post", "client_secret_basic"];
    public IReadOnlyList<string> CodeChallengeMethodsSupported { get; } = ["S256"];
    public IReadOnlyList<string> ScopesSupported { get; } = RequestedScope.Standard;
    public IReadOnlyList<string> ClaimsSupported { get; } = ["aud", "exp", "iat", "iss", "name", "nbf", "nonce", "oid", "preferred_username", "sub", "tid", "uti", "ver"];
    public bool AuthorizationResponseIssParameterSupported { get; } = true;
    public bool RequestParameterSupported { get; }
    public bool RequestUriParameterSupported { get; }
}
