using AgentFunctions.Domain.Ledger;

namespace AgentFunctions.Ledger;

/// <summary>
/// An entry that has its id and waits for its commit. Whoever answers first, the commit, the time limit or the caller's
/// token, gives the only answer.
/// </summary>
internal sealed class WaitingEntry(EvaluationId id, EntryKind kind, string body, EntryHash digest, int weight)
    : TaskCompletionSource<AppendOutcome>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    private static readonly AppendOutcome.NotCommitted CallerGone = new("the caller stopped waiting");
    private static readonly AppendOutcome.NotCommitted TooLate = new("storage did not confirm it in time");

    public EvaluationId Id => id;

    public EntryKind Kind => kind;

    public string Body => body;

    public EntryHash Digest => digest;

    /// <summary>Most bytes that it can take in a transaction.</summary>
    public int Weight => weight;

    public async ValueTask<AppendOutcome> AnswerAsync(TimeSpan limit, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (Task.IsCompleted)
            return await Task;
        await using var timer = clock.CreateTimer(static entry => ((WaitingEntry)entry!).TrySetResult(TooLate), this, limit, Timeout.InfiniteTimeSpan);
        await using var registration = cancellationToken.UnsafeRegister(static entry => ((WaitingEntry)entry!).TrySetResult(CallerGone), this);
        return await Task;
    }
}
