using System.Text;
using AgentFunctions.Domain.Ledger;

namespace AgentFunctions.Domain.Tests.Ledger;

/// <summary>A stream as it was appended: entry n has the body {"n":n}.</summary>
internal static class ChainBuilder
{
    public const uint Number = 7;

    public static readonly StreamHead Start = new(0, EntryChain.Digest("genesis"u8));

    public static List<LedgerEntry> Of(int count, uint stream = Number, StreamHead? start = null)
    {
        List<LedgerEntry> entries = [];
        var head = start ?? Start;
        for (var i = 0; i < count; i++)
        {
            entries.Add(Entry(head.Sequence + 1, head.Hash, stream: stream));
            head = HeadOf(entries);
        }

        return entries;
    }

    public static LedgerEntry Entry(long sequence, EntryHash previous, string? body = null, uint stream = Number, EntryKind kind = EntryKind.Decision)
    {
        var bytes = Encoding.UTF8.GetBytes(body ?? $$"""{"n":{{sequence}}}""");
        var id = new EvaluationId(1_700_000_000_000 + sequence, stream, sequence);
        return new LedgerEntry(id, kind, previous, bytes, EntryChain.Hash(previous, id, kind, EntryChain.Digest(bytes)));
    }

    public static StreamHead HeadOf(IReadOnlyList<LedgerEntry> entries) => new(entries[^1].Id.Sequence, entries[^1].Hash);

    /// <summary>Gives the rows to the check, keyed by their places from 1 on; null is a row that is gone.</summary>
    public static LedgerBreak? Check(Segment segment, IEnumerable<LedgerEntry?> rows)
    {
        var check = new SegmentCheck(segment);
        var at = segment.From.Sequence;
        foreach (var row in rows)
        {
            at++;
            if (row is not null && check.Add(at, row) is { } broken)
                return broken;
        }

        return check.End();
    }
}
