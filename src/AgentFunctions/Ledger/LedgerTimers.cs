using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.Ledger;

/// <summary>What the ledger does every minute, half a minute apart.</summary>
internal sealed class LedgerTimers(SealSilentStreams seal, WriteCheckpoint checkpoint)
{
    [Function("SealSilentStreams")]
    public Task SealSilentStreams([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        seal.RunAsync(cancellationToken);

    [Function("WriteCheckpoint")]
    public Task WriteCheckpoint([TimerTrigger("30 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        checkpoint.RunAsync(cancellationToken);
}
