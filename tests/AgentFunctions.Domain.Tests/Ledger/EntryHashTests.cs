using AgentFunctions.Domain.Ledger;

namespace AgentFunctions.Domain.Tests.Ledger;

public sealed class EntryHashTests
{
    private static readonly string Text = string.Concat(Enumerable.Range(0, 32).Select(i => i.ToString("x2", null)));

    [Fact]
    public void A_printed_hash_reads_back()
    {
        EntryHash.TryParse(Text, out var hash).ShouldBeTrue();
        hash.ToString().ShouldBe(Text);
        var bytes = new byte[EntryHash.Size];
        hash.Write(bytes);
        Convert.ToHexStringLower(bytes).ShouldBe(Text);
        EntryHash.Read(bytes).ShouldBe(hash);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("000102030405060708090A0b0c0d0e0f101112131415161718191a1b1c1d1e1f")]
    [InlineData("g00102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")]
    [InlineData("0000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")]
    public void Any_other_text_is_refused(string text) => EntryHash.TryParse(text, out _).ShouldBeFalse();
}
