namespace AgentFunctions.Domain.Ledger;

/// <summary>
/// Checks the rows of a segment, given one after the other in the order of their keys. It keeps one row in mind: what is
/// wrong with a row shows in the next one.
/// </summary>
public sealed class SegmentCheck(Segment segment)
{
    private StreamHead good = segment.From;
    private Doubt doubt;
    private LedgerEntry? doubted;

    /// <summary>The last row that is certainly as it was appended.</summary>
    public StreamHead Good => good;

    /// <summary>True between rows that are all in order: a page may end here.</summary>
    public bool IsSettled => doubt == Doubt.None;

    private long Next => good.Sequence + 1;

    /// <param name="sequence">Of the row's key; above the last one given.</param>
    /// <param name="entry">Null when the row is no entry.</param>
    /// <returns>The break, as soon as it is certain.</returns>
    public LedgerBreak? Add(long sequence, LedgerEntry? entry)
    {
        if (doubt != Doubt.None)
            return Decide(sequence == Next + 1 ? entry : null);
        if (sequence > segment.To.Sequence)
            return Broken(segment.To.Sequence + 1, BreakKind.Inserted);
        if (sequence != Next)
            return Broken(Next, BreakKind.Missing);
        doubt = DoubtOf(entry);
        if (doubt != Doubt.None)
        {
            doubted = entry;
            return null;
        }

        good = new StreamHead(sequence, entry!.Hash); // No doubt without an entry.
        return null;
    }

    /// <summary>A row among the entries whose key is no sequence.</summary>
    public LedgerBreak AddForeign() => Broken(Next, BreakKind.Inserted);

    /// <summary>After the last row: what is certain now.</summary>
    public LedgerBreak? End()
    {
        if (doubt != Doubt.None)
            return Decide(null);
        if (segment.To.Sequence < segment.From.Sequence)
            return Broken(segment.To.Sequence + 1, BreakKind.Truncated);
        if (good.Sequence < segment.To.Sequence)
            return Broken(Next, BreakKind.Truncated);
        return good.Hash == segment.To.Hash ? null : Broken(segment.To.Sequence, BreakKind.Rewritten);
    }

    private Doubt DoubtOf(LedgerEntry? entry)
    {
        if (entry is null || !entry.IsWhole || entry.Id.Stream != segment.Stream)
            return Doubt.Content;
        if (entry.Id.Sequence != Next)
            return Doubt.Place;
        return entry.Previous == good.Hash ? Doubt.None : Doubt.Link;
    }

    // `next` is the row right after the doubted one, or null.
    private LedgerBreak Decide(LedgerEntry? next)
    {
        var at = Next;
        var shift = Shift(next, at + 1);
        switch (doubt)
        {
            case Doubt.Place:
                var own = Shift(doubted, at);
                if (next is null ? own is > 0 or -1 : shift == own)
                    return own > 0 ? Broken(at, BreakKind.Missing) : Broken(at + own, BreakKind.Inserted);
                return Broken(at, BreakKind.Reordered);
            case Doubt.Content:
                return Broken(at, shift == -1 ? BreakKind.Inserted : BreakKind.Edited);
            default:
                if (shift == -1)
                    return Broken(at, BreakKind.Inserted);
                // Two neighbours disagree. The one that the row after them, or the anchor, knows by its hash is right.
                var vouched = next?.Previous ?? segment.To.Hash;
                var before = at - 1;
                return Broken(vouched == doubted!.Hash && before > segment.From.Sequence ? before : at, BreakKind.Edited); // A link has an entry.
        }
    }

    // How far from its place an unchanged entry of this stream lies; 0 for anything else.
    private long Shift(LedgerEntry? entry, long at) =>
        entry is { IsWhole: true } && entry.Id.Stream == segment.Stream ? entry.Id.Sequence - at : 0;

    private LedgerBreak Broken(long sequence, BreakKind kind) => new(segment.Stream, sequence, kind);

    private enum Doubt
    {
        None,
        Content,
        Place,
        Link,
    }
}
