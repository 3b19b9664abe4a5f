using AgentFunctions.Hosting;
using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Tests.Hosting;

/// <summary>What every answer carries.</summary>
public sealed class RequestIdTests
{
    [Theory]
    [InlineData("abc-123")]
    [InlineData("~!@#$ %^&*()")]
    public void An_acceptable_request_id_is_kept(string id) => Read(id).ShouldBe(id);

    [Theory]
    [InlineData("")]
    [InlineData("gr\u00fcn")]
    [InlineData("tab\tulator")]
    public void Another_is_replaced(string id) => Guid.TryParse(Read(id), out _).ShouldBeTrue();

    [Fact]
    public void Two_are_replaced_by_one() => Guid.TryParse(Read("a", "b"), out _).ShouldBeTrue();

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void A_request_id_has_at_most_128_characters(int length, bool kept) =>
        (Read(new string('x', length)) == new string('x', length)).ShouldBe(kept);

    [Fact]
    public async Task A_request_id_is_echoed()
    {
        await using var app = await RunningApp.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "probe/caller") { Headers = { { "X-Request-ID", "abc-123" } } };

        var answer = await app.Http.SendAsync(request, TestContext.Current.CancellationToken);

        (await answer.ShouldBeProblemAsync(401, "token_missing")).GetProperty("request_id").GetString().ShouldBe("abc-123");
    }

    [Theory]
    [InlineData("probe/public")]
    [InlineData("probe/caller")]
    [InlineData("probe/fault/bug")]
    public async Task Every_answer_keeps_itself_out_of_caches_and_guesses(string path)
    {
        await using var app = await RunningApp.StartAsync();

        var answer = await app.GetAsync(path);

        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Cache-Control").ShouldBe(["no-store"]);
        answer.Headers.GetValues("X-Request-ID").Count().ShouldBe(1);
    }

    private static string Read(params string[] ids)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers[RequestId.Header] = ids;
        return RequestId.Of(request, DateTimeOffset.UnixEpoch).Value;
    }
}
