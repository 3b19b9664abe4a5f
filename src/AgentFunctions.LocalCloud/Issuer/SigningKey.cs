using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>The RSA key of 2048 bits that signs every token; its id is its RFC 7638 thumbprint.</summary>
internal sealed class SigningKey : IDisposable
{
    public const int Bits = 2048;

    private readonly RSA rsa;

    public SigningKey(IOptions<LocalCloudOptions> options)
    {
        rsa = string.IsNullOrWhiteSpace(options.Value.KeyFile) ? RSA.Create(Bits) : KeyFile.ReadOrCreate(options.Value.KeyFile);
        var key = new RsaSecurityKey(rsa);
        key.KeyId = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        Credentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256);

        var parameters = rsa.ExportParameters(includePrivateParameters: false);
        PublicKey = new PublicKey("RSA", "sig", SecurityAlgorithms.RsaSha256, key.KeyId, Base64UrlEncoder.Encode(parameters.Modulus), Base64UrlEncoder.Encode(parameters.Exponent));
    }

    public SigningCredentials Credentials { get; }

    public PublicKey PublicKey { get; }

    public void Dispose() => rsa.Dispose();
}
