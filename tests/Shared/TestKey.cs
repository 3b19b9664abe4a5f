using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace AgentFunctions.Shared;

/// <summary>A signing key of a <see cref="TestIssuer"/>, or of somebody who would like to be one.</summary>
public sealed class TestKey
{
    private readonly Func<byte[], byte[]> sign;

    private TestKey(string keyId, string algorithm, JsonObject publicPart, Func<byte[], byte[]> sign)
    {
        this.sign = sign;
        KeyId = keyId;
        Algorithm = algorithm;
        PublicPart = publicPart;
        PublicPart["kid"] = keyId;
    }

    public string KeyId { get; }

    public string Algorithm { get; }

    /// <summary>As a JSON Web Key (RFC 7517).</summary>
    public JsonObject PublicPart { get; }

    public string Sign(string text) => Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(text)));

    public static TestKey Rsa(string keyId, string algorithm = "RS256", int bits = 2048)
    {
        var rsa = RSA.Create(bits);
        var numbers = rsa.ExportParameters(includePrivateParameters: false);
        var publicPart = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["n"] = Base64Url.EncodeToString(numbers.Modulus),
            ["e"] = Base64Url.EncodeToString(numbers.Exponent),
        };
        var padding = algorithm == "PS256" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        return new TestKey(keyId, algorithm, publicPart, data => rsa.SignData(data, HashAlgorithmName.SHA256, padding));
    }

    public static TestKey Elliptic(string keyId)
    {
        var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = ecdsa.ExportParameters(includePrivateParameters: false).Q;
        var publicPart = new JsonObject
        {
            ["kty"] = "EC",
            ["use"] = "sig",
            ["crv"] = "P-256",
            ["x"] = Base64Url.EncodeToString(point.X),
            ["y"] = Base64Url.EncodeToString(point.Y),
        };
        return new TestKey(keyId, "ES256", publicPart, data => ecdsa.SignData(data, HashAlgorithmName.SHA256));
    }

    /// <summary>A shared secret: what an attacker makes of a public key.</summary>
    public static TestKey Secret(string keyId, byte[] secret) =>
        new(keyId, "HS256", new JsonObject { ["kty"] = "oct", ["k"] = Base64Url.EncodeToString(secret) }, data => HMACSHA256.HashData(secret, data));

    /// <summary>Signs nothing.</summary>
    public static TestKey None(string keyId) => new(keyId, "none", [], _ => []);
}
