using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace AgentFunctions.Ledger;

/// <summary>
/// Signs checkpoints and knows who signed one: compact JWS (RFC 7515), ES256, the key named by its thumbprint
/// (RFC 7638).
/// </summary>
internal sealed class CheckpointKeys : IDisposable
{
    private const string P256 = "1.2.840.10045.3.1.7";

    private readonly Lock gate = new();
    private readonly ECDsa signer;
    private readonly string header;
    private readonly Dictionary<string, ECDsa> byHeader = [];

    public CheckpointKeys(IOptions<LedgerOptions> options)
    {
        signer = Import(options.Value.CheckpointKeyPem);
        header = Header(signer);
        foreach (var pem in options.Value.PreviousCheckpointKeysPem)
        {
            var key = Import(pem);
            byHeader[Header(key)] = key;
        }

        byHeader[header] = signer;
    }

    public static bool IsPrivateKey(string pem) => IsKey(pem, "PRIVATE KEY");

    public static bool IsPublicKey(string pem) => IsKey(pem, "PUBLIC KEY");

    public string Sign(byte[] payload)
    {
        var signed = $"{header}.{Base64Url.EncodeToString(payload)}";
        lock (gate)
            return $"{signed}.{Base64Url.EncodeToString(signer.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256))}";
    }

    /// <summary>The payload; null unless a known key signed exactly this line.</summary>
    public byte[]? Open(string line)
    {
        var payload = line.IndexOf('.', StringComparison.Ordinal);
        var signature = line.LastIndexOf('.');
        // The header is one of ours to the letter: nothing in it needs to be read.
        if (payload < 0 || signature == payload || !byHeader.TryGetValue(line[..payload], out var key)
            || !Base64Url.IsValid(line.AsSpan(signature + 1)) || !Base64Url.IsValid(line.AsSpan()[(payload + 1)..signature]))
            return null;
        var signed = Encoding.ASCII.GetBytes(line[..signature]);
        lock (gate)
        {
            return key.VerifyData(signed, Base64Url.DecodeFromChars(line.AsSpan(signature + 1)), HashAlgorithmName.SHA256)
                ? Base64Url.DecodeFromChars(line.AsSpan()[(payload + 1)..signature])
                : null;
        }
    }

    public void Dispose()
    {
        foreach (var key in byHeader.Values)
            key.Dispose();
        signer.Dispose();
    }

    private static bool IsKey(string pem, string label)
    {
        try
        {
            if (!PemEncoding.TryFind(Unescape(pem), out var fields) || Unescape(pem)[fields.Label] != label)
                return false;
            using var key = Import(pem);
            return key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == P256;
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            return false;
        }
    }

    private static ECDsa Import(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(Unescape(pem));
            return key;
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    // Settings that hold one line write the line ends of a PEM as \n.
    private static string Unescape(string pem) => pem.Replace("\\n", "\n", StringComparison.Ordinal);

    private static string Header(ECDsa key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var jwk = $$"""{"crv":"P-256","kty":"EC","x":"{{Base64Url.EncodeToString(point.X)}}","y":"{{Base64Url.EncodeToString(point.Y)}}"}""";
        var kid = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(jwk)));
        return Base64Url.EncodeToString(Encoding.ASCII.GetBytes($$"""{"alg":"ES256","kid":"{{kid}}","typ":"ledger-checkpoint+jws"}"""));
    }
}
