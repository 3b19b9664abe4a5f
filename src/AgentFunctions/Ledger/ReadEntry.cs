using AgentFunctions.Domain.Ledger;

namespace AgentFunctions.Ledger;

/// <summary>Finds an entry by its id: one point read, and one more that says whether its stream is one.</summary>
internal sealed class ReadEntry(StreamEntries entries, IsApplied isApplied)
{
    public async Task<ReadOutcome> RunAsync(Guid evaluationId, CancellationToken cancellationToken)
    {
        if (!EvaluationId.TryParse(evaluationId, out var id)
            || await entries.ReadAsync(id.Stream, id.Sequence, cancellationToken) is not { } row)
            return new ReadOutcome.NotFound();
        if (row.Entry is not { IsWhole: true } entry || entry.Id.Stream != id.Stream || entry.Id.Sequence != id.Sequence)
            return new ReadOutcome.Edited();
        // The same place at another time is another id, which was never given.
        if (entry.Id != id)
            return new ReadOutcome.NotFound();
        if (!await entries.IsRegisteredAsync(id.Stream, cancellationToken))
            return new ReadOutcome.Edited();
        return new ReadOutcome.Found(entry, entry.Kind == EntryKind.Change ? await isApplied(entry, cancellationToken) : null);
    }
}
