using System.Globalization;

namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>The form of `POST /local/token`. A field of another name is refused: a misspelt one would be a token that surprises.</summary>
/// <param name="ClientId">`client_id`: the agent or gateway that will present the token, 1 to 200 printable characters.</param>
/// <param name="User">`user`: the person the client acts for, exactly the token's `oid`; without it the token is app-only.</param>
/// <param name="Roles">`roles`: separated by spaces, at most 50; in a delegated token they are its `scp` as well.</param>
/// <param name="Audience">`audience`: instead of the configured one.</param>
/// <param name="LifetimeSeconds">`lifetime_seconds`: from now to the token's end, -3600 to 86400 (default 3600); at or below 0 it has already ended.</param>
internal sealed record LocalTokenRequest(string ClientId, string? User, IReadOnlyList<string> Roles, string? Audience, int LifetimeSeconds)
{
    private const int ShortestSeconds = -3600;
    private const int LongestSeconds = 86_400;
    private const int MostRoles = 50;

    private static readonly string[] Fields = ["client_id", "user", "roles", "audience", "lifetime_seconds"];

    public static Parsed<LocalTokenRequest> Parse(RequestFields fields)
    {
        if (fields.Names.FirstOrDefault(name => !Fields.Contains(name, StringComparer.Ordinal)) is { } unknown)
            return OAuthError.InvalidRequest($"the field {OAuthError.Quote(unknown)} is none of {string.Join(", ", Fields)}");
        if (fields["client_id"] is not { } clientId) return OAuthError.InvalidRequest("the field `client_id` is missing");
        if (!PlainText.IsIdentifier(clientId)) return OAuthError.InvalidRequest("the field `client_id` is not an id: 1 to 200 printable characters");
        if (fields["user"] is { } user && !PlainText.IsIdentifier(user)) return OAuthError.InvalidRequest("the field `user` is not an id: 1 to 200 printable characters");
        if (fields["audience"] is { } audience && !PlainText.IsToken(audience)) return OAuthError.InvalidRequest("the field `audience` is not 1 to 200 printable characters without spaces");

        var roles = (fields["roles"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToArray();
        if (roles.Length > MostRoles) return OAuthError.InvalidRequest($"the field `roles` names more than {MostRoles} roles");
        if (roles.FirstOrDefault(role => !PlainText.IsToken(role)) is { } odd) return OAuthError.InvalidRequest($"the role {OAuthError.Quote(odd)} is not 1 to 200 printable characters");

        var seconds = Validity.DefaultSeconds;
        if (fields["lifetime_seconds"] is { } text
            && (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out seconds) || seconds is < ShortestSeconds or > LongestSeconds))
            return OAuthError.InvalidRequest($"the field `lifetime_seconds` is {OAuthError.Quote(text)}, not a whole number from {ShortestSeconds} to {LongestSeconds}");

        return new LocalTokenRequest(clientId, fields["user"], roles, fields["audience"], seconds);
    }
}
