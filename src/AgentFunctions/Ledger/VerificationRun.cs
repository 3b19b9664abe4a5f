using AgentFunctions.Domain.Ledger;

namespace AgentFunctions.Ledger;

/// <summary>One bounded run of verification: what it has found and how much more it may read.</summary>
internal sealed class VerificationRun(VerificationCursor from, long budget, StreamEntries entries)
{
    private LedgerBreak? found;
    private VerificationCursor? next;
    private UnanchoredWindow? unanchored;
    private long checkpoints;
    private long read;

    public VerificationReport Report() => new(found, checkpoints, read, found is null ? next : null, found is null ? unanchored : null);

    public VerificationReport Report(LedgerBreak broken)
    {
        found ??= broken;
        return Report();
    }

    public void Break(BreakKind kind, long sequence) => found ??= new LedgerBreak(LedgerTable.Registry, sequence, kind);

    /// <summary>Verifies what was appended between two checkpoints; false when the run ends here.</summary>
    public async Task<bool> WindowAsync(Checkpoint start, Checkpoint end, CancellationToken cancellationToken)
    {
        var window = new Window(start);
        if (!await RegistryAsync(window, start, end.Registry, cancellationToken))
            return false;
        var segments = window.Segments(end.Heads, out found);
        if (found is not null || !await SegmentsAsync(start.Number, segments, cancellationToken))
            return false;
        checkpoints++;
        if (read < budget)
            return true;
        next = new VerificationCursor(end.Number, 0, 0);
        return false;
    }

    /// <summary>Verifies what no checkpoint anchors yet, by the heads as they are now.</summary>
    public async Task<VerificationReport> TailAsync(Checkpoint start, StreamHead registry, CancellationToken cancellationToken)
    {
        var window = new Window(start);
        if (!await RegistryAsync(window, start, registry, cancellationToken))
            return Report();
        List<StreamMark> heads = [];
        foreach (var stream in window.Open)
        {
            if (await HeadAsync(stream, window.StartOf(stream), cancellationToken) is not { } head)
                return Report();
            heads.Add(new StreamMark(stream, head));
        }

        var segments = window.Segments(heads, out found);
        if (found is null && await SegmentsAsync(start.Number, segments, cancellationToken))
            unanchored = new UnanchoredWindow(start.Number, start.Number == 0 ? null : start.At, Uncovered(start, registry, segments));
        return Report();
    }

    private static List<StreamMark> Uncovered(Checkpoint start, StreamHead registry, IReadOnlyList<Segment> segments)
    {
        List<StreamMark> streams = [];
        if (start.Registry != registry)
            streams.Add(new StreamMark(LedgerTable.Registry, start.Registry));
        foreach (var segment in segments)
        {
            if (segment.From != segment.To)
                streams.Add(new StreamMark(segment.Stream, segment.From));
        }

        return streams;
    }

    private async Task<StreamHead?> HeadAsync(uint stream, StreamHead start, CancellationToken cancellationToken)
    {
        try
        {
            if (await entries.ReadHeadAsync(stream, cancellationToken) is { } row)
                return row.Head;
        }
        catch (InvalidDataException)
        {
            found = new LedgerBreak(stream, start.Sequence, BreakKind.Edited);
            return null;
        }

        if (start.Sequence == 0)
            return start; // Registered and not begun.
        found = new LedgerBreak(stream, 0, BreakKind.StreamMissing);
        return null;
    }

    // The registry's piece is read again when a run ended behind it: it says what else is to be read.
    private async Task<bool> RegistryAsync(Window window, Checkpoint start, StreamHead end, CancellationToken cancellationToken)
    {
        var check = new SegmentCheck(new Segment(LedgerTable.Registry, start.Registry, end, IsFinal: false));
        await foreach (var row in entries.RangeAsync(LedgerTable.Registry, start.Registry.Sequence, end.Sequence, andBeyond: false, cancellationToken))
        {
            found = row.Sequence is { } sequence ? check.Add(sequence, row.Entry) : check.AddForeign();
            if (found is null && check.IsSettled)
                found = window.Add(row.Entry!); // Settled: the row is an entry, in its place.
            if (found is not null)
                return false;
            read++;
        }

        found = await EndAsync(check, LedgerTable.Registry, cancellationToken);
        return found is null;
    }

    private async Task<bool> SegmentsAsync(long checkpoint, IReadOnlyList<Segment> segments, CancellationToken cancellationToken)
    {
        foreach (var segment in segments)
        {
            var resumed = checkpoint == from.Checkpoint && segment.Stream <= from.Stream;
            if (resumed && segment.Stream < from.Stream)
                continue;
            var start = resumed ? await ResumeAsync(segment, cancellationToken) : segment.From;
            if (start is not { } known || !await SegmentAsync(checkpoint, segment with { From = known }, cancellationToken))
                return false;
        }

        return true;
    }

    // The entry at which an earlier run ended: its hash was part of the chain, and the chain goes on from it.
    private async Task<StreamHead?> ResumeAsync(Segment segment, CancellationToken cancellationToken)
    {
        if (from.Sequence <= segment.From.Sequence)
            return segment.From;
        if (await entries.ReadAsync(segment.Stream, from.Sequence, cancellationToken) is { Entry: { IsWhole: true } entry }
            && entry.Id.Stream == segment.Stream && entry.Id.Sequence == from.Sequence)
            return new StreamHead(from.Sequence, entry.Hash);
        found = new LedgerBreak(segment.Stream, from.Sequence, BreakKind.Edited);
        return null;
    }

    private async Task<bool> SegmentAsync(long checkpoint, Segment segment, CancellationToken cancellationToken)
    {
        var check = new SegmentCheck(segment);
        await foreach (var row in entries.RangeAsync(segment.Stream, segment.From.Sequence, segment.To.Sequence, segment.IsFinal, cancellationToken))
        {
            found = row.Sequence is { } sequence ? check.Add(sequence, row.Entry) : check.AddForeign();
            if (found is not null)
                return false;
            if (++read < budget || !check.IsSettled || check.Good.Sequence == segment.To.Sequence)
                continue;
            next = new VerificationCursor(checkpoint, segment.Stream, check.Good.Sequence);
            return false;
        }

        found = await EndAsync(check, segment.Stream, cancellationToken);
        return found is null;
    }

    // Entries that are gone together with the first one and the head are a stream that is gone.
    private async Task<LedgerBreak?> EndAsync(SegmentCheck check, uint stream, CancellationToken cancellationToken)
    {
        var broken = check.End();
        return broken is { Kind: BreakKind.Truncated }
            && await entries.ReadAsync(stream, 1, cancellationToken) is null
            && await entries.ReadHeadAsync(stream, cancellationToken) is null
            ? new LedgerBreak(stream, 0, BreakKind.StreamMissing)
            : broken;
    }
}
