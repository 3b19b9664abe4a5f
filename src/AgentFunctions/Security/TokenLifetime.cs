using Microsoft.IdentityModel.JsonWebTokens;

namespace AgentFunctions.Security;

/// <summary>When a token is good (RFC 7519 sections 4.1.4 and 4.1.5).</summary>
internal static class TokenLifetime
{
    /// <summary>How far our clock and an issuer's may be apart.</summary>
    public static TimeSpan Skew { get; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// From `nbf` less the skew, inclusive, to `exp` plus the skew, exclusive. Without `exp` never; without `nbf` from
    /// the beginning.
    /// </summary>
    public static bool IsGoodAt(JsonWebToken token, DateTimeOffset now) =>
        token.ValidTo != DateTime.MinValue
        && now.UtcDateTime - Skew < token.ValidTo
        && now.UtcDateTime + Skew >= token.ValidFrom;
}
