using System.Text;
using AgentFunctions.Domain.Ledger;

namespace AgentFunctions.Domain.Tests.Ledger;

public sealed class WindowTests
{
    private static readonly StreamHead Five = new(10, EntryChain.Digest("five"u8));
    private static readonly StreamHead FiveLater = new(12, EntryChain.Digest("later"u8));
    private static readonly Checkpoint From = Checkpoint.Beginning with { Heads = [new StreamMark(5, Five)] };

    [Fact]
    public void A_stream_is_checked_from_where_it_stood_or_from_its_opening()
    {
        var window = new Window(From);
        var opened = Opened(8);
        window.Add(opened).ShouldBeNull();
        window.Open.ShouldBe([5u, 8u]);
        window.StartOf(8).ShouldBe(new StreamHead(0, opened.Hash));
        var now = new StreamHead(3, EntryChain.Digest("eight"u8));
        window.Segments([new StreamMark(5, FiveLater), new StreamMark(8, now)], out var missing)
            .ShouldBe([new Segment(5, Five, FiveLater, false), new Segment(8, new StreamHead(0, opened.Hash), now, false)]);
        missing.ShouldBeNull();
    }

    [Fact]
    public void A_sealed_stream_ends_where_its_seal_says()
    {
        var window = new Window(From);
        window.Add(Sealed(9, new StreamMark(5, FiveLater))).ShouldBeNull();
        window.Segments([], out var missing).ShouldBe([new Segment(5, Five, FiveLater, true)]);
        missing.ShouldBeNull();
    }

    [Fact]
    public void An_open_stream_without_a_head_is_missing()
    {
        new Window(From).Segments([], out var missing).ShouldBeEmpty();
        missing.ShouldBe(new LedgerBreak(5, 0, BreakKind.StreamMissing));
    }

    [Fact]
    public void The_first_of_several_missing_streams_is_named()
    {
        var window = new Window(From);
        window.Add(Opened(8)).ShouldBeNull();
        window.Segments([], out var missing).ShouldBeEmpty();
        missing.ShouldBe(new LedgerBreak(5, 0, BreakKind.StreamMissing));
    }

    [Fact]
    public void A_head_without_an_open_stream_was_inserted()
    {
        new Window(From).Segments([new StreamMark(5, Five), new StreamMark(6, Five), new StreamMark(7, Five)], out var missing).Count.ShouldBe(1);
        missing.ShouldBe(new LedgerBreak(6, 10, BreakKind.Inserted));
    }

    [Fact]
    public void A_foreign_head_is_named_before_a_missing_one()
    {
        new Window(From).Segments([new StreamMark(6, Five)], out var missing).ShouldBeEmpty();
        missing.ShouldBe(new LedgerBreak(6, 10, BreakKind.Inserted));
    }

    [Fact]
    public void What_the_registry_cannot_hold_was_edited()
    {
        LedgerEntry[] entries =
        [
            ChainBuilder.Entry(9, default, stream: 0),
            ChainBuilder.Entry(9, default, stream: 0, kind: EntryKind.StreamSealed),
            Sealed(9, new StreamMark(6, Five)),
            ChainBuilder.Entry(1L << 32, default, stream: 0, kind: EntryKind.StreamOpened),
        ];
        foreach (var entry in entries)
            new Window(From).Add(entry).ShouldBe(new LedgerBreak(0, entry.Id.Sequence, BreakKind.Edited));
    }

    private static LedgerEntry Opened(long sequence) => ChainBuilder.Entry(sequence, default, stream: 0, kind: EntryKind.StreamOpened);

    private static LedgerEntry Sealed(long sequence, StreamMark final) => ChainBuilder.Entry(
        sequence, default, Encoding.UTF8.GetString(StreamSeal.Print(final)), stream: 0, kind: EntryKind.StreamSealed);
}
