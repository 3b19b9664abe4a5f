using System.Globalization;
using AgentFunctions.Hosting.Storage;
using CsCheck;

namespace AgentFunctions.Tests.Hosting.Storage;

public sealed class TableKeyTests
{
    private const string Awkward = "/\\#?%|~\0\u0085aé\uD800\uDC00\uFFFD7E";

    private static readonly Gen<string> Text = Gen.Frequency(
        (4, Gen.Char.Array[0, 12].Select(chars => new string(chars))),
        (3, Gen.Int[0, Awkward.Length - 1].Select(i => Awkward[i]).Array[0, 6].Select(chars => new string(chars))),
        (1, Gen.Char.Array[100, 300].Select(chars => new string(chars))));

    private static readonly Gen<string[]> Parts = Text.Array[1, TableKey.MaxParts];

    [Fact]
    public void Different_parts_never_share_a_key() =>
        Gen.Select(Parts, Parts).Sample((one, other) =>
            one.SequenceEqual(other, StringComparer.Ordinal) == (TableKey.Of(one) == TableKey.Of(other)));

    [Fact]
    public void A_key_is_always_legal() =>
        Parts.Sample(parts => TableKey.Of(parts) is { Length: > 0 and <= 362 } key
            && key.All(c => char.IsAsciiLetterOrDigit(c) || "._@-~|".Contains(c, StringComparison.Ordinal)));

    [Fact]
    public void A_key_lies_under_its_first_parts_and_under_no_others() =>
        Gen.Select(Text.Array[1, 2], Text, Text.Array[1, 2]).Sample((parts, last, others) =>
        {
            var key = TableKey.Of([.. parts, last]);
            var (from, to) = TableKey.Under(others);
            var isUnder = string.CompareOrdinal(key, from) >= 0 && string.CompareOrdinal(key, to) < 0;
            var isPrefix = others.Length <= parts.Length && others.SequenceEqual(parts.Take(others.Length), StringComparer.Ordinal);
            return isUnder == isPrefix;
        });

    [Theory]
    [InlineData("agent", "invoice-bot", "agent|invoice-bot")]
    [InlineData("tool", "a/b", "tool|a~2Fb")]
    [InlineData("tool", "", "tool|~")]
    [InlineData("tool", "é", "tool|~C3~A9")]
    public void A_key_can_be_read(string type, string id, string key) => TableKey.Of(type, id).ShouldBe(key);

    [Fact]
    public void A_lone_surrogate_is_not_the_replacement_character() =>
        TableKey.Of("\uD800").ShouldNotBe(TableKey.Of("\uFFFD"));

    [Fact]
    public void A_long_part_is_kept_as_its_digest() =>
        TableKey.Of("a", new string('x', 121)).Length.ShouldBe(
            string.Create(CultureInfo.InvariantCulture, $"a|~~{new string('0', 64)}").Length);

    [Fact]
    public void A_key_without_parts_is_a_fault() => Should.Throw<ArgumentOutOfRangeException>(() => TableKey.Of());
}
