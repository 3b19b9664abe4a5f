namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>RFC 6749 section 5.1; <paramref name="ExpiresIn"/> in seconds.</summary>
internal sealed record TokenReply(string AccessToken, string TokenType, long ExpiresIn, string? Scope = null, string? IdToken = null)
{
    public static IResult Bearer(string accessToken, Validity validity, DateTimeOffset now, string? scope = null, string? idToken = null) => TypedResults.Json(
        new TokenReply(accessToken, "Bearer", Math.Max(0, validity.EndsAt.ToUnixTimeSeconds() - now.ToUnixTimeSeconds()), scope, idToken),
        IssuerJson.Default.TokenReply);
}
