using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>Makes a signed JWT of claims, adding who issued it and when.</summary>
internal sealed class TokenSigner(SigningKey key, IssuerAddress address)
{
    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };

    public string Sign(Dictionary<string, object> claims, string audience, Validity validity) => handler.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = address.Issuer,
        Audience = audience,
        IssuedAt = validity.StartsAt.UtcDateTime,
        NotBefore = validity.StartsAt.UtcDateTime,
        Expires = validity.EndsAt.UtcDateTime,
        SigningCredentials = key.Credentials,
        Claims = new Dictionary<string, object>(claims, StringComparer.Ordinal)
        {
            ["tid"] = address.Tenant,
            ["uti"] = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(16)),
            ["ver"] = "2.0",
        },
    });
}
