using System.Runtime.CompilerServices;
using AgentFunctions.Domain.Ledger;
using Microsoft.Extensions.Options;

namespace AgentFunctions.Ledger;

/// <summary>
/// Verifies the ledger from its signed checkpoints: between two of them, the piece of the registry, and with it the piece
/// of every stream, must be a chain from one to the other. Each entry is read once; a checkpoint is all the state that is
/// carried on, so that a run ends after a bounded number of entries and the next begins where it ended.
/// </summary>
internal sealed class VerifyLedger(
    StreamRegistry registry, StreamEntries entries, CheckpointLog log, CheckpointKeys keys, IOptions<LedgerOptions> options)
{
    public async Task<VerificationReport> RunAsync(VerificationCursor from, CancellationToken cancellationToken)
    {
        var run = new VerificationRun(from, options.Value.VerifyEntries, entries);
        try
        {
            // Read first: whatever the row names must be found in the blobs, or be just on its way there.
            var claimed = await log.ReadLastAsync(cancellationToken);
            var at = Checkpoint.Beginning;
            var hash = EntryHash.Zero;
            await foreach (var (number, line) in LinesAsync(from.Checkpoint, claimed, cancellationToken))
            {
                if (Follow(at, hash, from.Checkpoint, number, line, run) is not { } checkpoint)
                    return run.Report();
                if (checkpoint.Number > from.Checkpoint && !await run.WindowAsync(at, checkpoint, cancellationToken))
                    return run.Report();
                (at, hash) = (checkpoint, LastCheckpoint.HashOf(line));
            }

            // The row is written before the line, so it is never behind.
            if (at.Number < from.Checkpoint || ((await log.ReadLastAsync(cancellationToken))?.Number ?? 0) < at.Number)
                return run.Report(new LedgerBreak(LedgerTable.Registry, Math.Max(at.Number, from.Checkpoint), BreakKind.CheckpointMissing));
            // What is there now is read while others append: each head is held only against what lies before it.
            var registered = await registry.ReadAsync(cancellationToken);
            return await run.TailAsync(at, registered.Head, cancellationToken);
        }
        catch (InvalidDataException)
        {
            // A row of the registry or of the last checkpoint that this product never wrote.
            return run.Report(new LedgerBreak(LedgerTable.Registry, 0, BreakKind.Edited));
        }
    }

    // The checkpoint in a line, if it is the one that follows. The first line read is the one already verified.
    private Checkpoint? Follow(Checkpoint at, EntryHash hash, long from, long number, string line, VerificationRun run)
    {
        var expected = at.Number == 0 ? Math.Max(from, 1) : at.Number + 1;
        if (keys.Open(line) is not { } payload || Checkpoint.Parse(payload) is not { } checkpoint)
            run.Break(BreakKind.CheckpointForged, expected);
        else if (number > expected || checkpoint.Number > expected)
            run.Break(BreakKind.CheckpointMissing, expected);
        else if (checkpoint.Number < expected || (checkpoint.Previous != hash && (at.Number > 0 || expected == 1)))
            run.Break(BreakKind.CheckpointForged, expected);
        else
            return checkpoint;
        return null;
    }

    // The lines of the blobs, and the one that the row holds if it is not in its blob yet.
    private async IAsyncEnumerable<(long Number, string Line)> LinesAsync(
        long from, LastCheckpoint? claimed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = 0L;
        await foreach (var (number, line) in log.LinesAsync(from, cancellationToken))
        {
            last = number;
            yield return (number, line);
        }

        if (claimed is not null && claimed.Number > last && claimed.Number >= from)
            yield return (claimed.Number, claimed.Line);
    }
}
