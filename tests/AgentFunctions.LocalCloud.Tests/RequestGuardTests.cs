using System.Net;
using AgentFunctions.LocalCloud.Tests.Drivers;

namespace AgentFunctions.LocalCloud.Tests;

public sealed class RequestGuardTests(CloudFixture fixture) : IClassFixture<CloudFixture>
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:7075")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("192.0.2.1")]
    [InlineData("0.0.0.0")]
    public async Task A_name_that_merely_resolves_to_loopback_gets_no_token(string host)
    {
        using var reply = await PostForHostAsync(host);

        (await reply.OAuthErrorAsync(HttpStatusCode.BadRequest, Cancellation)).ShouldBe($"invalid_request: the host `{host}` is not a loopback name");
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1:1")]
    [InlineData("[::1]:7075")]
    public async Task Whatever_loopback_name_was_used_the_issuer_stays_the_same(string host)
    {
        using var reply = await PostForHostAsync(host);
        var token = (await reply.JsonAsync(Cancellation)).Text("access_token").ShouldNotBeNull();

        Replies.Claims(token).Text("iss").ShouldBe(fixture.Cloud.Issuer);
    }

    private async Task<HttpResponseMessage> PostForHostAsync(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/local/token") { Content = new FormUrlEncodedContent([KeyValuePair.Create("client_id", "a")]) };
        request.Headers.Host = host;
        return await fixture.Cloud.Http.SendAsync(request, Cancellation);
    }
}
