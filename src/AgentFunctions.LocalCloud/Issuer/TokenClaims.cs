using System.Globalization;

namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>
/// The claims of Entra ID's v2 tokens
/// (learn.microsoft.com/entra/identity-platform/access-token-claims-reference and id-token-claims-reference).
/// </summary>
internal static class TokenClaims
{
    /// <summary>The permission a delegated token carries when none is named: Entra ID issues none without any, and this is its customary name.</summary>
    private const string PlainAccess = "access_as_user";

    public static Dictionary<string, object> Of(AccessToken token)
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["azp"] = token.ClientId,
            ["azpacr"] = ((int)token.Proof).ToString(CultureInfo.InvariantCulture),
        };
        if (token.Roles.Count > 0) claims["roles"] = token.Roles;

        switch (token)
        {
            case AccessToken.ForPerson(_, _, _, _, var person, var permissions):
                AddPerson(claims, person, token.Audience);
                claims["scp"] = permissions.Count > 0 ? string.Join(' ', permissions) : PlainAccess;
                break;
            case AccessToken.ForClient:
                claims["idtyp"] = "app";
                claims["oid"] = claims["sub"] = DerivedId.OfClient(token.ClientId);
                break;
        }

        return claims;
    }

    public static Dictionary<string, object> OfSignIn(Person person, string clientId, string? nonce)
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal);
        AddPerson(claims, person, clientId);
        if (nonce is not null) claims["nonce"] = nonce;
        return claims;
    }

    private static void AddPerson(Dictionary<string, object> claims, Person person, string audience)
    {
        claims["oid"] = person.Id;
        claims["sub"] = DerivedId.OfPerson(person.Id, audience);
        claims["name"] = person.Name;
        claims["preferred_username"] = person.SignInName;
    }
}
