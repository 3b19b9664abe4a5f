using AgentFunctions.Ledger.Changes;

namespace AgentFunctions.Hosting.Storage.Versions;

/// <summary>
/// Applies any number of edits as one version: staged under the next version, where no reader looks, and published by
/// one write of the head. All or nothing: until that write nobody sees anything of it.
/// </summary>
internal sealed partial class StageRows(VersionedRows rows, TimeProvider clock)
{
    private const int PublishAttempts = 6;

    /// <param name="head">Without a stage; the edits were planned on its version.</param>
    /// <param name="columns">Further columns of the head that are published with the rows.</param>
    /// <param name="entry">The evaluation id of the committed ledger entry.</param>
    /// <param name="cancellationToken">Ends the staging, which is then taken back; not the publication.</param>
    public async Task<ApplyOutcome> RunAsync(
        VersionHead head, IReadOnlyList<RowEdit> edits, IReadOnlyDictionary<string, object> columns, Guid entry, CancellationToken cancellationToken)
    {
        var chain = new StageChain(rows, head, $"import-{entry}", entry, clock);
        try
        {
            var next = head.Version + 1;
            var staged = await StageAsync(chain, edits, next, cancellationToken);
            var outcome = staged == StepOutcome.Done
                ? await PublishAsync(chain, next, columns, entry)
                : staged == StepOutcome.Fenced ? ApplyOutcome.Superseded : ApplyOutcome.Unknown;
            if (outcome != ApplyOutcome.Applied)
            {
                await TakeBackAsync(chain);
            }

            return outcome;
        }
        catch (OperationCanceledException)
        {
            await TakeBackAsync(chain);
            throw;
        }
    }

    private async Task<StepOutcome> StageAsync(StageChain chain, IReadOnlyList<RowEdit> edits, long next, CancellationToken cancellationToken)
    {
        var actions = edits.SelectMany(edit => RowActions.Of(edit, chain.Head.Partition, rows.Family, next));
        foreach (var batch in RowBatches.Cut(actions))
        {
            var outcome = await chain.SendAsync(batch, cancellationToken);
            if (outcome != StepOutcome.Done)
            {
                return outcome;
            }
        }

        return StepOutcome.Done;
    }

    private async Task<ApplyOutcome> PublishAsync(StageChain chain, long next, IReadOnlyDictionary<string, object> columns, Guid entry)
    {
        for (var attempt = 1; ; attempt++)
        {
            var publish = HeadWrite.Publish(chain.Head, rows.Family, next, columns);
            var outcome = await ApplyChange.SubmitAsync(rows.Table, chain.Head.Partition, [publish], entry, CancellationToken.None);
            if (outcome == ApplyOutcome.Applied || attempt == PublishAttempts)
            {
                return outcome;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(25 << attempt), clock, CancellationToken.None);

            // Another's merge of the head moves its ETag without taking the stage: only then is there a next attempt.
            if (outcome == ApplyOutcome.Superseded && !await IsOwnerAsync(chain))
            {
                return outcome;
            }

            if (outcome == ApplyOutcome.Unknown)
            {
                await IsOwnerAsync(chain);
            }
        }
    }

    private static async Task<bool> IsOwnerAsync(StageChain chain)
    {
        try
        {
            return await chain.IsOwnerAsync(CancellationToken.None);
        }
        catch (Exception fault) when (StorageFault.IsOne(fault, CancellationToken.None))
        {
            return true; // Unknown: the next attempt's condition decides.
        }
    }

    // What cannot be taken back now is abandoned, and taken back by whoever comes next.
    private async Task TakeBackAsync(StageChain chain)
    {
        try
        {
            if (await chain.IsOwnerAsync(CancellationToken.None))
            {
                await RevertStage.RunAsync(rows, chain.Head, clock, CancellationToken.None);
            }
        }
        catch (Exception fault) when (StorageFault.IsOne(fault, CancellationToken.None))
        {
            return;
        }
    }
}
