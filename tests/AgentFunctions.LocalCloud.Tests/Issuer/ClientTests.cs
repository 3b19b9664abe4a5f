using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AgentFunctions.LocalCloud.Tests.Drivers;

namespace AgentFunctions.LocalCloud.Tests.Issuer;

public sealed class ClientTests
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private static readonly Dictionary<string, string?> Registered = new(StringComparer.Ordinal)
    {
        ["LocalCloud:Clients:0:Id"] = "portal",
        ["LocalCloud:Clients:0:RedirectUris:0"] = "https://portal.example/signed-in",
        ["LocalCloud:Clients:1:Id"] = "gate:way +1",
        ["LocalCloud:Clients:1:Roles:0"] = "Decisions.Ask",
        ["LocalCloud:People:0:Id"] = "grace.hopper",
        ["LocalCloud:People:0:Roles:0"] = "Audit.Read",
    };

    [Fact]
    public async Task A_client_gets_an_app_only_token_with_the_roles_it_is_registered_with()
    {
        await using var cloud = await RunningLocalCloud.StartAsync(Cancellation, Registered);
        using var reply = await cloud.PostAsync(SignInDriver.Token, Cancellation, ("grant_type", "client_credentials"), ("client_id", "gate:way +1"), ("client_secret", "any"), ("scope", "api://agentfunctions/.default"));
        var claims = Replies.Claims((await reply.JsonAsync(Cancellation)).Text("access_token").ShouldNotBeNull());

        (claims.Text("azp"), claims.Text("azpacr"), claims.Text("idtyp")).ShouldBe(("gate:way +1", "1", "app"));
        claims.Texts("roles").ShouldBe(["Decisions.Ask"]);
    }

    [Fact]
    public async Task A_client_may_authenticate_by_HTTP_Basic_with_both_halves_form_encoded()
    {
        await using var cloud = await RunningLocalCloud.StartAsync(Cancellation, Registered);
        using var reply = await BasicAsync(cloud, "gate%3Away+%2B1:any", []);

        Replies.Claims((await reply.JsonAsync(Cancellation)).Text("access_token").ShouldNotBeNull()).Text("azp").ShouldBe("gate:way +1");
    }

    [Theory]
    [InlineData("Basic", "no-colon", null, HttpStatusCode.Unauthorized, "invalid_client: the authorization header is not HTTP Basic with a client id and a secret")]
    [InlineData("Basic", ":secret", null, HttpStatusCode.Unauthorized, "invalid_client: the authorization header is not HTTP Basic with a client id and a secret")]
    [InlineData("Bearer", "portal:any", null, HttpStatusCode.Unauthorized, "invalid_client: the authorization header is not HTTP Basic with a client id and a secret")]
    [InlineData("Basic", "portal:any", "client_secret", HttpStatusCode.BadRequest, "invalid_request: the client authenticates both by header and by form")]
    [InlineData("Basic", "portal:any", "client_id", HttpStatusCode.BadRequest, "invalid_request: the header and the form name different clients")]
    [InlineData("Basic", "stranger:any", null, HttpStatusCode.Unauthorized, "invalid_client: the client `stranger` is not registered")]
    public async Task A_client_that_authenticates_badly_is_refused(string scheme, string credentials, string? field, HttpStatusCode status, string error)
    {
        await using var cloud = await RunningLocalCloud.StartAsync(Cancellation, Registered);
        using var reply = await BasicAsync(cloud, credentials, field is null ? [] : [(field, "other")], scheme);

        (await reply.OAuthErrorAsync(status, Cancellation)).ShouldBe(error);
        reply.Headers.WwwAuthenticate.Count.ShouldBe(status == HttpStatusCode.Unauthorized ? 1 : 0);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized, "invalid_client: the client sends no secret; any will do")]
    [InlineData("openid", HttpStatusCode.BadRequest, "invalid_scope: the scope `openid` is not `api://agentfunctions/.default`")]
    public async Task Client_credentials_need_a_secret_and_the_whole_audience(string? scope, HttpStatusCode status, string error)
    {
        await using var cloud = await RunningLocalCloud.StartAsync(Cancellation);
        using var reply = await cloud.PostAsync(SignInDriver.Token, Cancellation,
            scope is null ? [("grant_type", "client_credentials"), ("client_id", "a")] : [("grant_type", "client_credentials"), ("client_id", "a"), ("client_secret", "s"), ("scope", scope)]);

        (await reply.OAuthErrorAsync(status, Cancellation)).ShouldBe(error);
    }

    [Theory]
    [InlineData("https://portal.example/signed-in", HttpStatusCode.SeeOther)]
    [InlineData("https://portal.example/signed-in/", HttpStatusCode.BadRequest)]
    [InlineData("https://portal.example/signed-in?x=1", HttpStatusCode.BadRequest)]
    [InlineData("https://portal.example/Signed-In", HttpStatusCode.BadRequest)]
    [InlineData("http://127.0.0.1/signed-in", HttpStatusCode.BadRequest)]
    public async Task A_registered_address_is_compared_character_by_character(string redirectUri, HttpStatusCode expected)
    {
        await using var cloud = await RunningLocalCloud.StartAsync(Cancellation, Registered);
        using var reply = await new SignInDriver(cloud).Asking("redirect_uri", redirectUri).AnswerAsync(Cancellation, ("person", "grace.hopper"));

        reply.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task Where_clients_are_registered_a_stranger_signs_nobody_in()
    {
        await using var cloud = await RunningLocalCloud.StartAsync(Cancellation, Registered);
        using var reply = await new SignInDriver(cloud).Asking("client_id", "stranger").AnswerAsync(Cancellation, ("person", "grace.hopper"));

        reply.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await reply.Content.ReadAsStringAsync(Cancellation)).ShouldContain("the client `stranger` is not registered");
    }

    [Fact]
    public async Task A_person_signs_in_with_the_roles_configured_for_them()
    {
        await using var cloud = await RunningLocalCloud.StartAsync(Cancellation, Registered);
        const string address = "https://portal.example/signed-in";
        var driver = new SignInDriver(cloud).Asking("redirect_uri", address).Redeeming("redirect_uri", address);
        using var reply = await driver.RedeemAsync(await driver.CodeAsync(Cancellation), Cancellation);

        Replies.Claims((await reply.JsonAsync(Cancellation)).Text("access_token").ShouldNotBeNull()).Texts("roles").ShouldBe(["Audit.Read"]);
    }

    private static async Task<HttpResponseMessage> BasicAsync(RunningLocalCloud cloud, string credentials, (string, string)[] fields, string scheme = "Basic")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, SignInDriver.Token);
        request.Headers.Authorization = new AuthenticationHeaderValue(scheme, Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
        request.Content = new FormUrlEncodedContent(new[] { ("grant_type", "client_credentials") }.Concat(fields).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return await cloud.Http.SendAsync(request, Cancellation);
    }
}
