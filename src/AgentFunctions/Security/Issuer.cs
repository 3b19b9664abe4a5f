using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AgentFunctions.Security;

/// <summary>One issuer: its keys, and what its tokens must say. It never sees a token that names another.</summary>
internal sealed class Issuer(IssuerOptions options, IssuerKeys keys, CallerClaims claims)
{
    /// <summary>RFC 7518 section 3.1; asymmetric only, so that a public key can never serve as a secret.</summary>
    public static IReadOnlyList<string> SupportedAlgorithms { get; } =
    [
        SecurityAlgorithms.RsaSha256,
        SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.EcdsaSha256,
    ];

    // `typ` tells access tokens from logout and event tokens of the same issuer (RFC 8725 section 3.11).
    private static readonly string[] Types = ["JWT", "at+jwt", "application/at+jwt"];

    private readonly JsonWebTokenHandler handler = new();
    private readonly string[] algorithms = options.Algorithms.Count == 0 ? [.. SupportedAlgorithms] : [.. options.Algorithms];

    public string Name => options.Issuer;

    public IssuerKeys Keys => keys;

    /// <summary>Checks everything about a token of this issuer.</summary>
    public async ValueTask<TokenOutcome> VerifyAsync(JsonWebToken token, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!algorithms.Contains(token.Alg, StringComparer.Ordinal))
        {
            return new TokenOutcome.Refused(TokenFault.Algorithm);
        }

        if (await keys.GetAsync(now, cancellationToken) is not { } known)
        {
            return new TokenOutcome.IssuerUnavailable();
        }

        var candidates = known.Find(token.Kid);
        if (candidates.Length == 0)
        {
            candidates = (await keys.RefreshAsync(known, now, cancellationToken))?.Find(token.Kid) ?? [];
        }

        return candidates.Length == 0 ? new TokenOutcome.Refused(TokenFault.Key) : await VerifyAsync(token, candidates, now);
    }

    private async ValueTask<TokenOutcome> VerifyAsync(JsonWebToken token, SecurityKey[] candidates, DateTimeOffset now)
    {
        var result = await handler.ValidateTokenAsync(token, Parameters(candidates, now));
        return result switch
        {
            { IsValid: false, Exception: SecurityTokenInvalidAudienceException } => new TokenOutcome.Refused(TokenFault.Audience),
            { IsValid: false, Exception: SecurityTokenInvalidLifetimeException } => new TokenOutcome.Refused(TokenFault.Lifetime),
            { IsValid: false } => new TokenOutcome.Refused(TokenFault.Signature),

            // A token for us and for another could be replayed here by the other.
            _ when token.Audiences.Count() != 1 => new TokenOutcome.Refused(TokenFault.Audience),
            _ => claims.Read(token),
        };
    }

    private TokenValidationParameters Parameters(SecurityKey[] candidates, DateTimeOffset now) => new()
    {
        IssuerSigningKeys = candidates,

        // The library's own check is on the system clock.
        LifetimeValidator = (_, _, token, _) => TokenLifetime.IsGoodAt((JsonWebToken)token, now),
        LogValidationExceptions = false,
        RequireSignedTokens = true,
        TryAllIssuerSigningKeys = false,
        ValidAlgorithms = algorithms,
        ValidAudiences = options.Audiences,
        ValidIssuer = options.Issuer,
        ValidTypes = Types,
    };
}
