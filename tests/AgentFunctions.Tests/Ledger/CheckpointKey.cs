using System.Security.Cryptography;

namespace AgentFunctions.Tests.Ledger;

/// <summary>Keys that sign checkpoints in tests.</summary>
internal static class CheckpointKey
{
    /// <summary>One for all tests: making one costs more than using it.</summary>
    public static readonly string Pem = NewPem();

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
