namespace AgentFunctions.Domain.Ledger;

/// <summary>
/// What happened between two anchors: which streams were opened and sealed in the piece of the registry between them,
/// and from that, which piece of which stream is to be checked.
/// </summary>
/// <param name="from">The anchor at which everything is checked already.</param>
public sealed class Window(Checkpoint from)
{
    private readonly SortedDictionary<uint, StreamHead> open = new(from.Heads.ToDictionary(mark => mark.Stream, mark => mark.Head));
    private readonly SortedDictionary<uint, Segment> ended = [];

    /// <summary>Streams that are open after the entries added so far, ascending.</summary>
    public IEnumerable<uint> Open => open.Keys;

    /// <summary>Where an open stream stood at the anchor, or began.</summary>
    public StreamHead StartOf(uint stream) => open[stream];

    /// <summary>Adds the next entry of the registry; tells what is wrong with it, if it cannot have been appended there.</summary>
    public LedgerBreak? Add(LedgerEntry entry)
    {
        switch (entry.Kind)
        {
            case EntryKind.StreamOpened when entry.Id.Sequence <= uint.MaxValue:
                open[(uint)entry.Id.Sequence] = new StreamHead(0, entry.Hash);
                return null;
            case EntryKind.StreamSealed when StreamSeal.TryParse(entry.Body.Span, out var final) && open.Remove(final.Stream, out var start):
                ended[final.Stream] = new Segment(final.Stream, start, final.Head, IsFinal: true);
                return null;
            default:
                return new LedgerBreak(0, entry.Id.Sequence, BreakKind.Edited);
        }
    }

    /// <summary>The pieces to check, ascending by stream, given where the open streams stand now.</summary>
    /// <param name="heads">Ascending; exactly the open streams, or the ledger is broken.</param>
    /// <param name="missing">The first open stream that has no head, or the first head without an open stream.</param>
    public IReadOnlyList<Segment> Segments(IReadOnlyList<StreamMark> heads, out LedgerBreak? missing)
    {
        var segments = new SortedDictionary<uint, Segment>(ended);
        var absent = new SortedSet<uint>(open.Keys);
        missing = null;
        foreach (var mark in heads)
        {
            if (absent.Remove(mark.Stream))
                segments[mark.Stream] = new Segment(mark.Stream, open[mark.Stream], mark.Head, IsFinal: false);
            else
                missing ??= new LedgerBreak(mark.Stream, mark.Head.Sequence, BreakKind.Inserted);
        }

        if (absent.Count > 0)
            missing ??= new LedgerBreak(absent.Min, 0, BreakKind.StreamMissing);
        return [.. segments.Values];
    }
}
