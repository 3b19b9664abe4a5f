using AgentFunctions.Domain.Ledger;
using AgentFunctions.Hosting.Storage;
using Azure;
using Azure.Data.Tables;

namespace AgentFunctions.Ledger;

/// <summary>Writes the rows of one stream, each write conditional on the head's ETag and bounded in time.</summary>
internal sealed class StreamRows(LedgerStorage storage, uint stream, TimeSpan longestCall, TimeProvider clock)
{
    public string Partition { get; } = LedgerTable.Partition(stream);

    /// <summary>Sends entries and head as one transaction, once.</summary>
    public async Task<CommitOutcome> CommitAsync(Batch batch, ETag expected, CancellationToken cancellationToken)
    {
        var actions = batch.ToActions(Partition, expected, clock.GetUtcNow());
        using var limit = new CancellationTokenSource(longestCall, clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var answers = await storage.Once.SubmitTransactionAsync(actions, linked.Token);
            return answers.Value[^1].Headers.ETag is { } etag
                ? new CommitOutcome.Done(etag)
                : new CommitOutcome.Unknown("storage named no version");
        }
        catch (RequestFailedException fault) when (StorageFault.IsConflict(fault))
        {
            return new CommitOutcome.Conflict(StorageFault.Describe(fault));
        }
        catch (Exception fault)
        {
            var why = StorageFault.Describe(fault);
            return StorageFault.SaysNothingWasDone(fault) ? new CommitOutcome.NothingDone(why) : new CommitOutcome.Unknown(why);
        }
    }

    /// <summary>Writes the head as it is, or sealed: a heartbeat, a fence against a commit still on its way, the end.</summary>
    public async Task<MoveOutcome> MoveHeadAsync(StreamHead head, StreamState state, ETag expected, CancellationToken cancellationToken)
    {
        var row = LedgerTable.ToRow(Partition, head, state, clock.GetUtcNow());
        using var limit = new CancellationTokenSource(longestCall, clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var answer = await storage.Once.UpdateEntityAsync(row, expected, TableUpdateMode.Replace, linked.Token);
            return answer.Headers.ETag is { } etag ? new MoveOutcome.Moved(etag) : new MoveOutcome.Unknown("storage named no version");
        }
        catch (RequestFailedException fault) when (StorageFault.IsConflict(fault))
        {
            return await ReadHeadAsync(cancellationToken);
        }
        catch (Exception fault)
        {
            return new MoveOutcome.Unknown(StorageFault.Describe(fault));
        }
    }

    private async Task<MoveOutcome> ReadHeadAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(longestCall, clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var row = await storage.Table.GetEntityIfExistsAsync<TableEntity>(Partition, LedgerTable.HeadKey, null, linked.Token);
            return new MoveOutcome.Elsewhere(row.HasValue ? LedgerTable.ReadHead(row.Value!) : null);
        }
        catch (Exception fault)
        {
            return new MoveOutcome.Unknown(StorageFault.Describe(fault));
        }
    }
}
