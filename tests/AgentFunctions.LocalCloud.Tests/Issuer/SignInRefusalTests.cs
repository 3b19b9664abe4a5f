using System.Net;
using AgentFunctions.LocalCloud.Tests.Drivers;

namespace AgentFunctions.LocalCloud.Tests.Issuer;

public sealed class SignInRefusalTests(CloudFixture fixture) : IClassFixture<CloudFixture>
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("client_id", null)]
    [InlineData("client_id", "")]
    [InlineData("client_id", "a\nb")]
    [InlineData("redirect_uri", null)]
    [InlineData("redirect_uri", "https://evil.example/cb")]
    [InlineData("redirect_uri", "http://evil.example/cb")]
    [InlineData("redirect_uri", "http://127.0.0.1.evil.example/cb")]
    [InlineData("redirect_uri", "http://localhost.evil.example/cb")]
    [InlineData("redirect_uri", "http://127.0.0.1:80@evil.example/cb")]
    [InlineData("redirect_uri", "http://user@127.0.0.1/cb")]
    [InlineData("redirect_uri", "http://evil.example\\@127.0.0.1/cb")]
    [InlineData("redirect_uri", "http://127.0.0.1\\.evil.example/cb")]
    [InlineData("redirect_uri", "http:/127.0.0.1/cb")]
    [InlineData("redirect_uri", "http://2130706433/cb")]
    [InlineData("redirect_uri", "http://0x7f.1/cb")]
    [InlineData("redirect_uri", "http://0.0.0.0/cb")]
    [InlineData("redirect_uri", "https://127.0.0.1/cb")]
    [InlineData("redirect_uri", "http://127.0.0.1/cb#fragment")]
    [InlineData("redirect_uri", "http://127.0.0.1/c b")]
    [InlineData("redirect_uri", "http://127.0.0.1/cb\r\nSet-Cookie: a=b")]
    [InlineData("redirect_uri", "//127.0.0.1/cb")]
    [InlineData("redirect_uri", "/cb")]
    [InlineData("redirect_uri", "javascript:alert(1)")]
    [InlineData("redirect_uri", "data:text/html,x")]
    public async Task Nobody_is_sent_to_an_address_that_is_not_to_be_trusted(string name, string? value)
    {
        using var asked = await new SignInDriver(fixture.Cloud).Asking(name, value).AskAsync(Cancellation);
        using var answered = await new SignInDriver(fixture.Cloud).Asking(name, value).AnswerAsync(Cancellation, ("person", "grace.hopper"));

        foreach (var reply in new[] { asked, answered })
        {
            reply.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            reply.Headers.Location.ShouldBeNull();
            (await reply.Content.ReadAsStringAsync(Cancellation)).ShouldContain("This sign-in cannot go on");
        }
    }

    [Fact]
    public async Task A_parameter_given_twice_is_refused_on_the_page()
    {
        using var reply = await fixture.Cloud.Http.GetAsync($"{SignInDriver.Authorize}?client_id=a&redirect_uri=http://127.0.0.1/a&redirect_uri=http://127.0.0.1/b", Cancellation);

        reply.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await reply.Content.ReadAsStringAsync(Cancellation)).ShouldContain("the field `redirect_uri` is given more than once");
    }

    [Theory]
    [InlineData("http://127.0.0.1/cb")]
    [InlineData("http://127.0.0.1:65535/cb?x=1")]
    [InlineData("http://localhost:7071/signed-in")]
    [InlineData("http://[::1]:7071/cb")]
    public async Task Any_http_address_on_loopback_may_be_returned_to(string redirectUri)
    {
        using var reply = await new SignInDriver(fixture.Cloud).Asking("redirect_uri", redirectUri).AnswerAsync(Cancellation, ("person", "grace.hopper"));

        reply.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        reply.Headers.Location.ShouldNotBeNull().OriginalString.ShouldStartWith(redirectUri);
    }

    [Theory]
    [InlineData("code_challenge", null, "invalid_request")]
    [InlineData("code_challenge_method", null, "invalid_request")]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    [InlineData("code_challenge_method", "s256", "invalid_request")]
    [InlineData("code_challenge", "too-short", "invalid_request")]
    [InlineData("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM", "invalid_request")]
    [InlineData("response_type", null, "invalid_request")]
    [InlineData("response_type", "token", "unsupported_response_type")]
    [InlineData("response_type", "code id_token", "unsupported_response_type")]
    [InlineData("response_mode", "fragment", "invalid_request")]
    [InlineData("response_mode", "form_post", "invalid_request")]
    [InlineData("request", "eyJhbGciOiJub25lIn0.e30.", "request_not_supported")]
    [InlineData("request_uri", "http://127.0.0.1/r", "request_uri_not_supported")]
    [InlineData("prompt", "none", "login_required")]
    [InlineData("scope", "openid api://other/Read", "invalid_scope")]
    [InlineData("scope", "openid api://agentfunctions/", "invalid_scope")]
    [InlineData("scope", "openid Read", "invalid_scope")]
    public async Task A_request_with_a_fault_is_refused_at_the_client_without_a_code(string name, string? value, string error)
    {
        using var reply = await new SignInDriver(fixture.Cloud).Asking(name, value).AnswerAsync(Cancellation, ("person", "grace.hopper"), ("answer", "sign_in"));

        reply.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var query = SignInDriver.Query(reply);
        (query["error"].ToString(), query["state"].ToString(), query["iss"].ToString()).ShouldBe((error, "state & more", fixture.Cloud.Issuer));
        query["error_description"].ToString().ShouldNotBeEmpty();
        query.ShouldNotContainKey("code");
    }
}
