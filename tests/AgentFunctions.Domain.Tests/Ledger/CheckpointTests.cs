using System.Text;
using AgentFunctions.Domain.Ledger;

namespace AgentFunctions.Domain.Tests.Ledger;

public sealed class CheckpointTests
{
    private const string Zero = "0000000000000000000000000000000000000000000000000000000000000000";

    private static readonly Checkpoint Some = new(
        3, EntryChain.Digest("before"u8), DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_123), new StreamHead(4, EntryChain.Digest("r"u8)),
        [new StreamMark(1, new StreamHead(10, EntryChain.Digest("a"u8))), new StreamMark(4, new StreamHead(0, EntryChain.Digest("b"u8)))]);

    [Fact]
    public void A_printed_checkpoint_reads_back()
    {
        var read = Checkpoint.Parse(Some.Print()).ShouldNotBeNull();
        read.Print().ShouldBe(Some.Print());
        (read.Number, read.Previous, read.At, read.Registry).ShouldBe((Some.Number, Some.Previous, Some.At, Some.Registry));
        read.Heads.ShouldBe(Some.Heads);
    }

    [Fact]
    public void The_text_is_canonical() => Encoding.UTF8.GetString(new Checkpoint(1, default, DateTimeOffset.UnixEpoch, default, [new StreamMark(2, default)]).Print())
        .ShouldBe($$$"""{"at":0,"heads":[{"hash":"{{{Zero}}}","sequence":0,"stream":2}],"number":1,"previous":"{{{Zero}}}","registry":{"hash":"{{{Zero}}}","sequence":0,"stream":0}}""");

    [Theory]
    [InlineData(1, 0)]
    [InlineData(long.MaxValue, 253_402_300_799_999)]
    public void The_first_and_the_last_there_can_be_read_back(long number, long at)
    {
        var farthest = new StreamMark(1, new StreamHead(EvaluationId.MaxSequence, default));
        var checkpoint = new Checkpoint(number, default, DateTimeOffset.FromUnixTimeMilliseconds(at), default, [farthest]);
        Checkpoint.Parse(checkpoint.Print()).ShouldNotBeNull().Print().ShouldBe(checkpoint.Print());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("\"number\":0")]
    [InlineData("\"heads\":[null]")]
    [InlineData("\"at\":-1")]
    [InlineData("\"at\":253402300800000")]
    [InlineData("\"previous\":\"00\"")]
    [InlineData("\"previous\":null")]
    [InlineData("\"registry\":{\"hash\":\"00\",\"sequence\":1,\"stream\":0}")]
    [InlineData("\"registry\":{\"hash\":\"0000000000000000000000000000000000000000000000000000000000000000\",\"sequence\":1,\"stream\":1}")]
    [InlineData("\"registry\":{\"hash\":\"0000000000000000000000000000000000000000000000000000000000000000\",\"sequence\":-1,\"stream\":0}")]
    [InlineData("\"heads\":[{\"hash\":\"00\",\"sequence\":1,\"stream\":1}]")]
    [InlineData("\"heads\":[{\"hash\":\"0000000000000000000000000000000000000000000000000000000000000000\",\"sequence\":1,\"stream\":0}]")]
    [InlineData("\"heads\":[{\"hash\":\"0000000000000000000000000000000000000000000000000000000000000000\",\"sequence\":4398046511104,\"stream\":1}]")]
    [InlineData("\"heads\":[{\"hash\":\"0000000000000000000000000000000000000000000000000000000000000000\",\"sequence\":1,\"stream\":2},{\"hash\":\"0000000000000000000000000000000000000000000000000000000000000000\",\"sequence\":1,\"stream\":2}]")]
    public void Anything_else_is_refused(string text)
    {
        var whole = Encoding.UTF8.GetString(Some.Print());
        if (text.StartsWith('"'))
        {
            var member = text[..text.IndexOf(':', StringComparison.Ordinal)];
            var others = new[] { "at", "heads", "number", "previous", "registry" }.Where(name => $"\"{name}\"" != member)
                .Select(name => System.Text.Json.JsonElement.Parse(whole).GetProperty(name).GetRawText() is var value ? $"\"{name}\":{value}" : "");
            text = $"{{{text},{string.Join(',', others)}}}";
        }

        Checkpoint.Parse(Encoding.UTF8.GetBytes(text)).ShouldBeNull();
    }

    [Fact]
    public void Two_stand_in_one_place_when_nothing_moved()
    {
        (Some with { Number = 9, At = DateTimeOffset.UnixEpoch }).StandsWhere(Some).ShouldBeTrue();
        (Some with { Registry = default }).StandsWhere(Some).ShouldBeFalse();
        (Some with { Heads = [Some.Heads[0]] }).StandsWhere(Some).ShouldBeFalse();
    }

    [Fact]
    public void A_seal_reads_back()
    {
        StreamSeal.TryParse(StreamSeal.Print(Some.Heads[0]), out var final).ShouldBeTrue();
        final.ShouldBe(Some.Heads[0]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"hash\":\"x\",\"sequence\":1,\"stream\":1}")]
    public void Anything_else_is_no_seal(string text) => StreamSeal.TryParse(Encoding.UTF8.GetBytes(text), out _).ShouldBeFalse();
}
