using AgentFunctions.Domain.Principals;
using AgentFunctions.Hosting;
using CsCheck;

namespace AgentFunctions.Tests.Hosting;

/// <summary>Ids in paths.</summary>
public sealed class PathSegmentTests
{
    [Theory]
    [InlineData("agent-7", "agent-7")]
    [InlineData("a~2Fb", "a/b")]
    [InlineData("~5C~25~7E", "\\%~")]
    [InlineData("~61", "a")]
    [InlineData("gr\u00fcn", "gr\u00fcn")]
    [InlineData("gr~C3~BCn", "gr\u00fcn")]
    [InlineData("~F0~9F~98~80", "\ud83d\ude00")]
    public void A_segment_is_read(string segment, string id)
    {
        PathSegment.TryParse(segment, out var parsed).ShouldBeTrue();
        parsed.ShouldBe(id);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a%2Fb")]
    [InlineData("100%")]
    [InlineData("~")]
    [InlineData("~2")]
    [InlineData("~2f")]
    [InlineData("~G0")]
    [InlineData("a~2F~")]
    [InlineData("~C3")]
    [InlineData("~C0~AF")]
    [InlineData("~ED~A0~80")]
    [InlineData("~00")]
    [InlineData("a\nb")]
    public void A_bad_segment_is_refused(string? segment) => PathSegment.TryParse(segment, out _).ShouldBeFalse();

    [Fact]
    public void Half_of_a_surrogate_pair_is_refused()
    {
        PathSegment.TryParse("a\ud800", out _).ShouldBeFalse();
        PathSegment.TryParse("a\ud800~2F", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("a/b", "a~2Fb")]
    [InlineData(".", "~2E")]
    [InlineData("..", "~2E~2E")]
    [InlineData("a.b", "a.b")]
    [InlineData("a b", "a~20b")]
    [InlineData("gr\u00fcn", "gr~C3~BCn")]
    public void An_id_is_printed_so_that_nothing_on_the_way_changes_it(string id, string segment) => PathSegment.Print(id).ShouldBe(segment);

    [Fact]
    public void Every_id_that_is_printed_is_read_as_itself() =>
        Gen.String[Gen.Char, 1, 256].Where(id => Name.IsValid(id, Name.MaxIdLength)).Sample(id =>
            PathSegment.TryParse(PathSegment.Print(id), out var parsed) && parsed == id);

    [Fact]
    public void A_printed_id_is_a_segment_that_no_url_parser_touches() =>
        Gen.String[Gen.Char, 1, 64].Where(id => Name.IsValid(id, Name.MaxIdLength)).Sample(id =>
            new Uri($"http://localhost/a/{PathSegment.Print(id)}/b").AbsolutePath == $"/a/{PathSegment.Print(id)}/b");

    [Theory]
    [InlineData("a~2Fb", "a/b")]
    [InlineData("gr%C3%BCn", "gr\u00fcn")]
    [InlineData("a%7E2Fb", "a/b")]
    [InlineData("a%20b", "a b")]
    public async Task A_segment_is_read_over_http(string segment, string id)
    {
        await using var app = await RunningApp.StartAsync();

        await (await app.GetAsync($"probe/path/{segment}")).ShouldSayAsync(id);
    }

    [Theory]
    [InlineData("a%2Fb")]
    [InlineData("a%5Cb")]
    [InlineData("100%25")]
    [InlineData("a~2f")]
    [InlineData("a%01")]
    [InlineData("a%C0%AF")]
    public async Task A_bad_segment_is_refused_over_http(string segment)
    {
        await using var app = await RunningApp.StartAsync();
        await using var raw = await RawHttp.SendAsync(app.Http.BaseAddress!, $"GET /probe/path/{segment} HTTP/1.1\nHost: localhost\n\n"); // Set at start.

        (await raw.ReadStatusAsync()).ShouldBe(400);
    }
}
