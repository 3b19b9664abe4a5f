using System.Security.Cryptography;
using AgentFunctions.Ledger;
using AgentFunctions.Shared;

namespace AgentFunctions.Tests.Ledger;

public sealed class LedgerOptionsTests
{
    [Fact]
    public void Defaults_with_a_key_are_accepted()
    {
        var options = new LedgerOptions { CheckpointKeyPem = CheckpointKey.Pem };
        new LedgerOptionsValidator().Validate(null, options).Succeeded.ShouldBeTrue();
        new UnsafeLedgerOptions().Validate(null, options).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void A_key_on_one_line_is_accepted() => Check(new LedgerOptions
    {
        CheckpointKeyPem = CheckpointKey.Pem.Replace("\n", "\\n", StringComparison.Ordinal),
        PreviousCheckpointKeysPem = [CheckpointKey.PublicPem(CheckpointKey.Pem).Replace("\n", "\\n", StringComparison.Ordinal)],
    }).ShouldBeTrue();

    public static TheoryData<string, string> Keys => new()
    {
        { "none", "" },
        { "no pem", "secret" },
        { "another curve", CheckpointKey.NewPem(ECCurve.NamedCurves.nistP384) },
        { "a public key", CheckpointKey.PublicPem(CheckpointKey.Pem) },
        { "garbage", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----" },
        { "another kind", RSA.Create(2048).ExportPkcs8PrivateKeyPem() },
    };

    [Theory]
    [MemberData(nameof(Keys))]
    public void Any_other_key_is_refused_at_start(string what, string pem)
    {
        Check(new LedgerOptions { CheckpointKeyPem = pem }).ShouldBeFalse(what);
        if (what != "a public key")
            Check(new LedgerOptions { CheckpointKeyPem = CheckpointKey.Pem, PreviousCheckpointKeysPem = [pem] }).ShouldBeFalse(what);
    }

    [Fact]
    public void A_private_key_among_the_previous_ones_is_refused() =>
        Check(new LedgerOptions { CheckpointKeyPem = CheckpointKey.Pem, PreviousCheckpointKeysPem = [CheckpointKey.Pem] }).ShouldBeFalse();

    [Fact]
    public void A_silence_that_a_living_writer_reaches_is_refused() =>
        Check(new LedgerOptions { CheckpointKeyPem = CheckpointKey.Pem, HeartbeatSeconds = 60, SilentSeconds = 120 }).ShouldBeFalse();

    private static bool Check(LedgerOptions options) => new UnsafeLedgerOptions().Validate(null, options).Succeeded;
}
