namespace AgentFunctions.Hosting.Storage.Versions;

/// <summary>
/// Takes back what an importer that died had staged. Done by whoever comes next; when that one dies too, by the next
/// one after it, because a revert is a stage itself.
/// </summary>
internal static class RevertStage
{
    /// <returns>True when the partition has no stage any more; false when another run is at it, or storage failed.</returns>
    public static async Task<bool> RunAsync(VersionedRows rows, VersionHead head, TimeProvider clock, CancellationToken cancellationToken)
    {
        var next = head.Version + 1;
        var chain = new StageChain(rows, head, $"revert-{Guid.CreateVersion7(clock.GetUtcNow())}", Guid.Empty, clock);
        if (await chain.SendAsync([], cancellationToken) != StepOutcome.Done)
        {
            return false;
        }

        // Read only now: after the take-over nobody else writes rows of that version.
        var staged = await rows.EnumerateStagedAsync(head.Partition, next, cancellationToken).ToListAsync(cancellationToken);
        foreach (var batch in RowBatches.Cut(staged.Select(row => RowActions.Undo(row, head.Partition, rows.Family, next))))
        {
            if (await chain.SendAsync(batch, cancellationToken) != StepOutcome.Done)
            {
                return false;
            }
        }

        return await EndAsync(rows, chain, cancellationToken);
    }

    private static async Task<bool> EndAsync(VersionedRows rows, StageChain chain, CancellationToken cancellationToken)
    {
        do
        {
            if (await TryEndAsync(rows, chain.Head, cancellationToken))
            {
                return true;
            }
        }
        while (await chain.IsOwnerAsync(cancellationToken));

        return !chain.Head.Stage.IsUnderWay;
    }

    private static async Task<bool> TryEndAsync(VersionedRows rows, VersionHead head, CancellationToken cancellationToken)
    {
        try
        {
            await rows.Table.SubmitTransactionAsync([HeadWrite.Mark(head, rows.Family, Stage.None)], cancellationToken);
            return true;
        }
        catch (Exception fault) when (StorageFault.IsOne(fault, cancellationToken)
            || (fault is Azure.RequestFailedException refused && StorageFault.IsConflict(refused)))
        {
            return false;
        }
    }
}
