using System.Security.Cryptography;

namespace AgentFunctions.Shared.Processes;

/// <summary>Keys for the ledger's checkpoints.</summary>
public static class CheckpointKey
{
    /// <summary>A new P-256 private key, PKCS#8 in PEM.</summary>
    public static string NewPem()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }
}
