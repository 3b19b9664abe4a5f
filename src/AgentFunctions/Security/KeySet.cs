using System.Collections.Frozen;
using Microsoft.IdentityModel.Tokens;

namespace AgentFunctions.Security;

/// <summary>The keys of one issuer at one time.</summary>
/// <param name="Keys">By key id. Only asymmetric signature keys that have one.</param>
/// <param name="Fingerprint">Equal for equal keys, whatever their order.</param>
/// <param name="Generation">Counts changes of the fingerprint: what was validated under another one is not valid.</param>
/// <param name="FetchedAt">When the issuer last said so.</param>
internal sealed record KeySet(FrozenDictionary<string, SecurityKey[]> Keys, string Fingerprint, long Generation, DateTimeOffset FetchedAt)
{
    private const int LeastRsaBits = 2048;

    /// <summary>Leaves out symmetric, encryption, nameless, short and unreadable keys.</summary>
    public static KeySet Of(JsonWebKeySet document, DateTimeOffset now)
    {
        var usable = document.Keys.Where(IsForSignatures).Select(Convert).OfType<SecurityKey>().Where(IsLongEnough).ToArray();
        var fingerprint = string.Join(' ', usable
            .Select(key => $"{key.KeyId}:{Base64UrlEncoder.Encode(key.ComputeJwkThumbprint())}")
            .Order(StringComparer.Ordinal));
        var keys = usable.GroupBy(key => key.KeyId, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        return new KeySet(keys, fingerprint, Generation: 1, now);
    }

    public SecurityKey[] Find(string keyId) => Keys.GetValueOrDefault(keyId, []);

    /// <summary>This set as the one that comes after <paramref name="previous"/>.</summary>
    public KeySet After(KeySet? previous) => previous switch
    {
        null => this,
        _ when previous.Fingerprint == Fingerprint => previous with { FetchedAt = FetchedAt },
        _ => this with { Generation = previous.Generation + 1 },
    };

    private static bool IsForSignatures(JsonWebKey key) =>
        !string.IsNullOrEmpty(key.Kid)
        && key.Kty is JsonWebAlgorithmsKeyTypes.RSA or JsonWebAlgorithmsKeyTypes.EllipticCurve
        && (string.IsNullOrEmpty(key.Use) || key.Use == JsonWebKeyUseNames.Sig);

    private static SecurityKey? Convert(JsonWebKey key) =>
        JsonWebKeyConverter.TryConvertToSecurityKey(key, out var converted) ? converted : null;

    private static bool IsLongEnough(SecurityKey key) => key is ECDsaSecurityKey || key.KeySize >= LeastRsaBits;
}
