using System.Diagnostics;
using AgentFunctions.Hosting;
using AgentFunctions.Security;

namespace AgentFunctions.Ledger.Changes;

/// <summary>
/// Makes a change of authority: plan on what is there, record, apply. When somebody else was first, all three again:
/// the entry of the first try stays, and is one that was never applied.
/// </summary>
internal sealed class ChangeAuthority(RecordChange record, TimeProvider clock)
{
    private const int Tries = 8;

    /// <param name="plan">Reads afresh at every call, and checks the caller's preconditions against what it read.</param>
    public async Task<ChangeOutcome<T>> RunAsync<T>(
        Caller caller, Func<CancellationToken, Task<PlannedChange<T>>> plan, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        for (var count = 1; count <= Tries; count++)
        {
            switch (await plan(cancellationToken))
            {
                case PlannedChange<T>.Refused refused:
                    return new ChangeOutcome<T>.Refused(refused.Problem);
                case PlannedChange<T>.Unchanged unchanged:
                    return new ChangeOutcome<T>.Unchanged(unchanged.Answer);
                case PlannedChange<T>.Ready ready:
                    if (await TryAsync(ready, caller, now, cancellationToken) is { } outcome)
                    {
                        return outcome;
                    }

                    break;
                default:
                    throw new UnreachableException();
            }
        }

        return new ChangeOutcome<T>.Refused(new Problem(ProblemCode.Conflict, "others keep changing it, try again"));
    }

    // Null when somebody else was first.
    private async Task<ChangeOutcome<T>?> TryAsync<T>(PlannedChange<T>.Ready ready, Caller caller, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await record.AppendAsync(ready.Change, caller, now, cancellationToken) is not AppendOutcome.Committed committed)
        {
            return new ChangeOutcome<T>.Refused(new Problem(ProblemCode.LedgerUnavailable));
        }

        // Recorded: from here on the caller's patience no longer decides whether it happens.
        return await ready.Application(committed.Id.ToGuid(), CancellationToken.None) switch
        {
            ApplyOutcome.Applied => new ChangeOutcome<T>.Applied(ready.Answer),
            ApplyOutcome.Superseded => null,
            _ => new ChangeOutcome<T>.Refused(new Problem(ProblemCode.StorageUnavailable, "whether it was changed is not known, read it again")),
        };
    }
}
