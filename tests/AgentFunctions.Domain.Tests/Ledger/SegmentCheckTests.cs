using AgentFunctions.Domain.Ledger;
using static AgentFunctions.Domain.Tests.Ledger.ChainBuilder;

namespace AgentFunctions.Domain.Tests.Ledger;

public sealed class SegmentCheckTests
{
    private static readonly List<LedgerEntry> Whole = Of(6);
    private static readonly Segment All = new(Number, Start, HeadOf(Whole), false);

    [Fact]
    public void An_unchanged_segment_is_intact()
    {
        Check(All, Whole).ShouldBeNull();
        Check(All with { From = HeadOf(Whole[..3]) }, Whole[3..]).ShouldBeNull();
        Check(All with { From = HeadOf(Whole) }, []).ShouldBeNull();
    }

    [Fact]
    public void A_page_may_end_where_everything_is_in_order()
    {
        var check = new SegmentCheck(All);
        check.Add(1, Whole[0]);
        (check.IsSettled, check.Good).ShouldBe((true, HeadOf(Whole[..1])));
        check.Add(2, null);
        (check.IsSettled, check.Good).ShouldBe((false, HeadOf(Whole[..1])));
    }

    [Fact]
    public void Edited_content_is_named()
    {
        for (var i = 0; i < 6; i++)
            Tampered(rows => rows[i] = rows[i]! with { Body = "{}"u8.ToArray() }, i).ShouldBe((i + 1, BreakKind.Edited));
    }

    [Fact]
    public void A_row_that_is_no_entry_is_named()
    {
        var check = new SegmentCheck(All);
        check.Add(1, null).ShouldBeNull();
        check.Add(2, Whole[1]).ShouldBe(new LedgerBreak(Number, 1, BreakKind.Edited));
    }

    [Fact]
    public void An_entry_of_another_stream_is_named() =>
        Tampered(rows => rows[2] = Of(3, stream: 8)[2], 2).ShouldBe((3, BreakKind.Edited));

    [Fact]
    public void An_edited_entry_with_a_new_hash_of_its_own_is_named_by_what_follows()
    {
        for (var i = 0; i < 5; i++)
            Tampered(rows => rows[i] = Entry(i + 1, rows[i]!.Previous, "{}"), i).ShouldBe((i + 1, BreakKind.Edited));
    }

    [Fact]
    public void An_entry_with_another_predecessor_and_a_new_hash_of_its_own_is_named()
    {
        for (var i = 0; i < 6; i++)
            Tampered(rows => rows[i] = Entry(i + 1, EntryHash.Zero), i).ShouldBe((i + 1, BreakKind.Edited));
    }

    [Fact]
    public void The_first_of_two_neighbours_is_not_blamed_when_an_anchor_knows_it()
    {
        var segment = All with { From = HeadOf(Whole[..3]) };
        List<LedgerEntry> rewritten = [Entry(4, EntryHash.Zero)];
        rewritten.Add(Entry(5, rewritten[0].Hash));
        Check(segment, [.. rewritten, Whole[5]]).ShouldBe(new LedgerBreak(Number, 4, BreakKind.Edited));
    }

    [Fact]
    public void The_last_of_two_neighbours_is_right_when_the_anchor_knows_it()
    {
        var last = Whole[5];
        Check(All, [.. Whole[..4], Entry(5, Whole[3].Hash, "{}"), last]).ShouldBe(new LedgerBreak(Number, 5, BreakKind.Edited));
    }

    [Fact]
    public void A_removed_entry_is_missing()
    {
        for (var i = 0; i < 5; i++)
            Tampered(rows => rows[i] = null, i).ShouldBe((i + 1, BreakKind.Missing));
    }

    [Fact]
    public void A_removed_entry_is_missing_also_when_the_later_ones_were_moved_up()
    {
        for (var i = 0; i < 5; i++)
            Tampered(rows => rows.RemoveAt(i), i).ShouldBe((i + 1, BreakKind.Missing));
    }

    [Fact]
    public void Removed_entries_at_the_end_are_truncated()
    {
        for (var i = 0; i < 6; i++)
            Tampered(rows => rows.RemoveRange(i, 6 - i), i).ShouldBe((i + 1, BreakKind.Truncated));
    }

    [Fact]
    public void A_head_moved_back_is_truncated() =>
        Check(new Segment(Number, HeadOf(Whole), HeadOf(Whole[..3]), false), []).ShouldBe(new LedgerBreak(Number, 4, BreakKind.Truncated));

    [Fact]
    public void Exchanged_entries_are_reordered()
    {
        for (var i = 0; i < 6; i++)
        {
            for (var j = i + 1; j < 6; j++)
                Tampered(rows => (rows[i], rows[j]) = (rows[j], rows[i]), i).ShouldBe((i + 1, BreakKind.Reordered), $"{i} {j}");
        }
    }

    [Fact]
    public void A_copy_of_an_earlier_entry_is_reordered() =>
        Tampered(rows => rows[4] = rows[1], 4).ShouldBe((5, BreakKind.Reordered));

    [Fact]
    public void A_copy_of_a_far_earlier_entry_at_the_end_is_reordered() =>
        Tampered(rows => rows[5] = rows[1], 5).ShouldBe((6, BreakKind.Reordered));

    [Theory]
    [InlineData("linked")]
    [InlineData("unlinked")]
    [InlineData("not whole")]
    public void An_entry_put_between_others_is_inserted(string how)
    {
        for (var i = 0; i < 5; i++)
        {
            var entry = Entry(i + 1, how == "linked" ? Whole[i].Previous : EntryHash.Zero, "{}");
            Tampered(rows => rows.Insert(i, how == "not whole" ? entry with { Previous = Whole[i].Previous } : entry), i)
                .ShouldBe((i + 1, BreakKind.Inserted));
        }
    }

    [Fact]
    public void An_entry_put_before_the_last_is_inserted() =>
        Check(All with { To = new StreamHead(7, Whole[5].Hash) }, [.. Whole[..5], Entry(6, Whole[4].Hash, "{}"), Whole[5]])
            .ShouldBe(new LedgerBreak(Number, 6, BreakKind.Inserted));

    [Fact]
    public void A_row_after_the_end_is_inserted() =>
        Check(All, [.. Whole, Entry(7, Whole[5].Hash)]).ShouldBe(new LedgerBreak(Number, 7, BreakKind.Inserted));

    [Fact]
    public void A_row_whose_key_is_no_sequence_is_inserted()
    {
        var check = new SegmentCheck(All);
        check.Add(1, Whole[0]);
        check.AddForeign().ShouldBe(new LedgerBreak(Number, 2, BreakKind.Inserted));
    }

    [Fact]
    public void A_consistent_chain_that_is_not_the_anchored_one_is_rewritten()
    {
        List<LedgerEntry> rewritten = [.. Whole[..3], Entry(4, Whole[2].Hash, "{}")];
        rewritten.AddRange(Of(2, start: HeadOf(rewritten)));
        Check(All, rewritten).ShouldBe(new LedgerBreak(Number, 6, BreakKind.Rewritten));
    }

    // The break, and that nothing before the tampered place was blamed.
    private static (long Sequence, BreakKind Kind) Tampered(Action<List<LedgerEntry?>> change, int first)
    {
        List<LedgerEntry?> rows = [.. Whole];
        change(rows);
        var broken = Check(All, rows).ShouldNotBeNull();
        broken.Stream.ShouldBe(Number);
        broken.Sequence.ShouldBeGreaterThan(first);
        return (broken.Sequence, broken.Kind);
    }
}
