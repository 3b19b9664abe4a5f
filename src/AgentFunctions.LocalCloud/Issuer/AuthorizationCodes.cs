using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>Codes not yet redeemed, in memory: at most 1,000, each for 60 seconds and one presentation.</summary>
internal sealed class AuthorizationCodes
{
    public const int Seconds = 60;
    public const int Most = 1000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, AuthorizationGrant> grants = new(StringComparer.Ordinal);

    /// <returns>The code, or null when too many wait to be redeemed.</returns>
    public string? Issue(AuthorizationRequest request, Person person, DateTimeOffset now)
    {
        var code = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        lock (gate)
        {
            foreach (var (ended, _) in grants.Where(entry => entry.Value.EndsAt <= now).ToArray()) grants.Remove(ended);
            if (grants.Count >= Most) return null;
            grants.Add(code, new AuthorizationGrant(request, person, now.AddSeconds(Seconds)));
        }

        return code;
    }

    /// <summary>Takes the code away whatever comes of it: one that was presented wrongly may have been stolen.</summary>
    public AuthorizationGrant? Take(string code, DateTimeOffset now)
    {
        lock (gate)
        {
            return grants.Remove(code, out var grant) && now < grant.EndsAt ? grant : null;
        }
    }
}
