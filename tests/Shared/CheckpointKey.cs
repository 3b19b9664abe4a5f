using System.Security.Cryptography;

namespace AgentFunctions.Shared;

/// <summary>Keys that sign the ledger's checkpoints in tests.</summary>
public static class CheckpointKey
{
    /// <summary>One for all tests of a run: making one costs more than using it.</summary>
    public static string Pem { get; } = NewPem();

    /// <summary>A new P-256 private key, PKCS#8 in PEM.</summary>
    public static string NewPem() => NewPem(ECCurve.NamedCurves.nistP256);

    public static string NewPem(ECCurve curve)
    {
        using var key = ECDsa.Create(curve);
        return key.ExportPkcs8PrivateKeyPem();
    }

    public static string PublicPem(string pem)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return key.ExportSubjectPublicKeyInfoPem();
    }
}
