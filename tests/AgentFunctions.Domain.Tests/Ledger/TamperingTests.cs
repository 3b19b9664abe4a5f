using AgentFunctions.Domain.Ledger;
using CsCheck;
using static AgentFunctions.Domain.Tests.Ledger.ChainBuilder;

namespace AgentFunctions.Domain.Tests.Ledger;

public sealed class TamperingTests
{
    [Fact]
    public void Any_one_tampering_before_an_anchor_is_named_with_its_place() =>
        Gen.Select(Gen.Int[2, 40], Gen.Int[0, 5], Gen.Int[0, 1_000], Gen.Int[0, 1_000]).Sample((length, how, where, other) =>
        {
            var whole = Of(length);
            List<LedgerEntry?> rows = [.. whole];
            var at = where % (length - 1);
            var to = at + 1 + (other % (length - 1 - at));
            BreakKind expected;
            switch (how)
            {
                case 0:
                    rows[at] = whole[at] with { Body = "[]"u8.ToArray() };
                    expected = BreakKind.Edited;
                    break;
                case 1:
                    rows[at] = Entry(at + 1, whole[at].Previous, "[]");
                    expected = BreakKind.Edited;
                    break;
                case 2:
                    rows[at] = null;
                    expected = BreakKind.Missing;
                    break;
                case 3:
                    rows.Insert(at, Entry(at + 1, whole[at].Previous, "[]"));
                    expected = BreakKind.Inserted;
                    break;
                case 4:
                    (rows[at], rows[to]) = (rows[to], rows[at]);
                    expected = BreakKind.Reordered;
                    break;
                default:
                    rows.RemoveRange(at, length - at);
                    expected = BreakKind.Truncated;
                    break;
            }

            return new LedgerBreak(Number, at + 1, expected).Equals(Check(new Segment(Number, Start, HeadOf(whole), false), rows));
        });

    [Fact]
    public void Nothing_is_named_in_a_ledger_that_was_not_touched() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[0, 40]).Sample((length, anchor) =>
        {
            var whole = Of(length);
            var split = Math.Min(anchor, length);
            var middle = split == 0 ? Start : HeadOf(whole[..split]);
            return Check(new Segment(Number, Start, middle, true), whole[..split]) is null
                && Check(new Segment(Number, middle, HeadOf(whole), true), whole[split..]) is null;
        });
}
