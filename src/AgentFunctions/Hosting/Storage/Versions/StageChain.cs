using Azure;
using Azure.Data.Tables;

namespace AgentFunctions.Hosting.Storage.Versions;

/// <summary>
/// The transactions of one run over a partition, each of which moves the head by its ETag and counts itself there. So
/// a lost answer is found out by reading the head, others may merge columns of the head meanwhile, and a run whose
/// stage was taken over can write nothing any more, however late its requests arrive.
/// </summary>
internal sealed class StageChain(VersionedRows rows, VersionHead head, string runId, Guid entry, TimeProvider clock)
{
    private const int Attempts = 6;

    private readonly long version = head.Version;
    private readonly ETag planned = head.ETag;
    private Stage stage = head.Stage;

    /// <summary>The head as this run last saw it.</summary>
    public VersionHead Head { get; private set; } = head;

    /// <summary>Sends the actions as the run's next transaction. The first one takes the stage over from the head that was read.</summary>
    /// <param name="actions">At most 99.</param>
    public async Task<StepOutcome> SendAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        var next = new Stage(runId, (stage.Id == runId ? stage.Step : 0) + 1, clock.GetUtcNow(), entry);
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (await TrySubmitAsync([.. actions, HeadWrite.Mark(Head, rows.Family, next)], cancellationToken)
                || await TryRefreshAsync(cancellationToken))
            {
                if (IsAt(next))
                {
                    stage = Head.Stage;
                    return StepOutcome.Done;
                }

                // What the run writes was planned on the head as it was read; once it owns the stage, others only merge.
                if (!IsAt(stage) || (stage.Id != runId && Head.ETag != planned))
                {
                    return StepOutcome.Fenced;
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(25 << attempt), clock, cancellationToken);
        }

        return StepOutcome.Unknown;
    }

    /// <summary>Reads the head again. False when this run no longer owns the stage.</summary>
    public async Task<bool> IsOwnerAsync(CancellationToken cancellationToken)
    {
        Head = await rows.ReadHeadAsync(Head.Partition, cancellationToken);
        return IsAt(stage) && stage.Id == runId;
    }

    // INVARIANT: a run's steps are numbered, and the version moves only when there is no stage; so the same stage over
    // the same version means that nobody wrote versioned rows.
    private bool IsAt(Stage expected) =>
        Head.Version == version && Head.Stage.Id == expected.Id && Head.Stage.Step == expected.Step;

    private async Task<bool> TrySubmitAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        try
        {
            var answers = await rows.Table.SubmitTransactionAsync(actions, cancellationToken);
            var written = (TableEntity)actions[^1].Entity;
            Head = Head with { ETag = answers.Value[^1].Headers.ETag ?? default, Stage = Stage.Read(written) };
            return Head.Exists;
        }
        catch (RequestFailedException fault) when (StorageFault.IsConflict(fault))
        {
            return false;
        }
        catch (Exception fault) when (StorageFault.IsOne(fault, cancellationToken))
        {
            return false;
        }
    }

    private async Task<bool> TryRefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            Head = await rows.ReadHeadAsync(Head.Partition, cancellationToken);
            return true;
        }
        catch (Exception fault) when (StorageFault.IsOne(fault, cancellationToken))
        {
            return false;
        }
    }
}
