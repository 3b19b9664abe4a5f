using System.Security.Cryptography;

namespace AgentFunctions.Tests.Hosting;

/// <summary>A key that signs checkpoints, which the app does not start without: a new one for every run.</summary>
internal static class TestCheckpointKey
{
    public static string Pem { get; } = Create();

    private static string Create()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }
}
