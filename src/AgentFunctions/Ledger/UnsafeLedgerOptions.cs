using Microsoft.Extensions.Options;

namespace AgentFunctions.Ledger;

/// <summary>Refuses at start what no single option shows.</summary>
internal sealed class UnsafeLedgerOptions : IValidateOptions<LedgerOptions>
{
    public ValidateOptionsResult Validate(string? name, LedgerOptions options)
    {
        List<string> faults = [];
        if (options.SilentSeconds <= 2 * options.HeartbeatSeconds)
            faults.Add("SilentSeconds must be more than twice HeartbeatSeconds, or streams in use are sealed");
        if (!CheckpointKeys.IsPrivateKey(options.CheckpointKeyPem))
            faults.Add("CheckpointKeyPem must be a P-256 private key, PKCS#8 in PEM");
        for (var i = 0; i < options.PreviousCheckpointKeysPem.Count; i++)
        {
            if (!CheckpointKeys.IsPublicKey(options.PreviousCheckpointKeysPem[i]))
                faults.Add($"PreviousCheckpointKeysPem:{i} must be a P-256 public key in PEM");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
