using System.Net;
using AgentFunctions.LocalCloud.Tests.Drivers;

namespace AgentFunctions.LocalCloud.Tests.Issuer;

public sealed class SignInTests(CloudFixture fixture) : IClassFixture<CloudFixture>
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private RunningLocalCloud Cloud => fixture.Cloud;

    [Fact]
    public async Task The_page_asks_who_signs_in_with_a_label_for_every_person()
    {
        using var reply = await new SignInDriver(Cloud).AskAsync(Cancellation);
        var html = await reply.Content.ReadAsStringAsync(Cancellation);

        reply.StatusCode.ShouldBe(HttpStatusCode.OK, html);
        foreach (var (index, person) in new[] { "Ada Lovelace (ada.lovelace)", "Grace Hopper (grace.hopper)", "Alan Turing (alan.turing)", "Katherine Johnson (katherine.johnson)", "Edsger Dijkstra (edsger.dijkstra)" }.Index())
        {
            html.ShouldContain($"<label for=\"person-{index}\"><input type=\"radio\" id=\"person-{index}\"");
            html.ShouldContain($"{person}</label>");
        }

        html.ShouldContain("<legend>Who are you?</legend>");
        html.ShouldContain("<html lang=\"en\">");
    }

    [Fact]
    public async Task The_page_runs_no_scripts_and_is_shown_in_no_frame()
    {
        using var reply = await new SignInDriver(Cloud).AskAsync(Cancellation);

        var policy = reply.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldStartWith("default-src 'none'; style-src 'sha256-");
        policy.ShouldContain("frame-ancestors 'none'");
        (await reply.Content.ReadAsStringAsync(Cancellation)).ShouldNotContain("<script");
    }

    [Fact]
    public async Task What_the_client_sends_cannot_become_markup()
    {
        using var reply = await new SignInDriver(Cloud).Asking("state", "\"><script>alert(1)</script>").Asking("client_id", "<b>portal</b>").AskAsync(Cancellation);
        var html = await reply.Content.ReadAsStringAsync(Cancellation);

        html.ShouldContain("&lt;b&gt;portal&lt;/b&gt;");
        html.ShouldContain("value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\"");
        html.ShouldNotContain("<script");
    }

    [Fact]
    public async Task The_form_posts_back_the_whole_request_and_signs_in_as_a_browser_would()
    {
        using var page = await new SignInDriver(Cloud).AskAsync(Cancellation);
        var html = await page.Content.ReadAsStringAsync(Cancellation);
        var hidden = System.Text.RegularExpressions.Regex.Matches(html, "<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\">", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5))
            .Select(match => (match.Groups["name"].Value, WebUtility.HtmlDecode(match.Groups["value"].Value)));

        using var reply = await Cloud.PostAsync(SignInDriver.Authorize, Cancellation, [.. hidden, ("person", "grace.hopper"), ("answer", "sign_in")]);
        using var tokens = await new SignInDriver(Cloud).RedeemAsync(SignInDriver.Query(reply)["code"].ToString(), Cancellation);

        tokens.StatusCode.ShouldBe(HttpStatusCode.OK, await tokens.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task The_client_gets_code_state_and_issuer_at_the_address_it_gave()
    {
        using var reply = await new SignInDriver(Cloud).AnswerAsync(Cancellation, ("person", "grace.hopper"), ("answer", "sign_in"));

        reply.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        reply.Headers.Location.ShouldNotBeNull().OriginalString.ShouldStartWith($"{SignInDriver.RedirectUri}&code=");
        var query = SignInDriver.Query(reply);
        query["state"].ToString().ShouldBe("state & more");
        query["iss"].ToString().ShouldBe(Cloud.Issuer);
        query["code"].ToString().Length.ShouldBe(43);
    }

    [Fact]
    public async Task The_code_is_exchanged_for_an_id_token_about_the_person_for_the_client()
    {
        var driver = new SignInDriver(Cloud);
        using var reply = await driver.RedeemAsync(await driver.CodeAsync(Cancellation), Cancellation);
        var json = await reply.JsonAsync(Cancellation);

        (json.Text("token_type"), json.GetProperty("expires_in").GetInt64(), json.Text("scope")).ShouldBe(("Bearer", 3600, "openid profile"));
        var claims = Replies.Claims(json.Text("id_token").ShouldNotBeNull());
        claims.EnumerateObject().Select(claim => claim.Name).ShouldBe(
            ["aud", "iss", "iat", "nbf", "exp", "oid", "sub", "name", "preferred_username", "nonce", "tid", "ver", "uti"], ignoreOrder: true);
        (claims.Text("aud"), claims.Text("iss"), claims.Text("oid"), claims.Text("nonce")).ShouldBe(("portal", Cloud.Issuer, "grace.hopper", "nonce-1"));
    }

    [Fact]
    public async Task The_code_is_exchanged_for_an_access_token_with_the_permissions_asked_for()
    {
        var driver = new SignInDriver(Cloud).Asking("scope", "api://agentfunctions/Read api://agentfunctions/Ask");
        using var reply = await driver.RedeemAsync(await driver.CodeAsync(Cancellation), Cancellation);
        var json = await reply.JsonAsync(Cancellation);

        var claims = Replies.Claims(json.Text("access_token").ShouldNotBeNull());
        (claims.Text("aud"), claims.Text("azp"), claims.Text("azpacr"), claims.Text("oid"), claims.Text("scp")).ShouldBe(("api://agentfunctions", "portal", "0", "grace.hopper", "Read Ask"));
        json.TryGetProperty("id_token", out _).ShouldBeFalse("`openid` was not asked for");
    }

    [Fact]
    public async Task Nobody_is_signed_in_by_GET()
    {
        using var reply = await new SignInDriver(Cloud).Asking("person", "grace.hopper").Asking("answer", "sign_in").AskAsync(Cancellation);

        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        reply.Headers.Location.ShouldBeNull();
    }

    [Fact]
    public async Task A_client_may_begin_by_POST()
    {
        using var reply = await new SignInDriver(Cloud).AnswerAsync(Cancellation);

        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await reply.Content.ReadAsStringAsync(Cancellation)).ShouldContain("Who are you?");
    }

    [Theory]
    [InlineData("mallory")]
    [InlineData("")]
    public async Task Somebody_unknown_or_nobody_is_asked_again(string person)
    {
        using var reply = await new SignInDriver(Cloud).AnswerAsync(Cancellation, ("person", person), ("answer", "sign_in"));

        reply.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await reply.Content.ReadAsStringAsync(Cancellation)).ShouldContain("role=\"alert\">Choose one of these people.");
    }

    [Fact]
    public async Task A_person_who_cancels_is_reported_as_access_denied()
    {
        using var reply = await new SignInDriver(Cloud).AnswerAsync(Cancellation, ("person", "grace.hopper"), ("cancel", "cancel"));

        var query = SignInDriver.Query(reply);
        (query["error"].ToString(), query["state"].ToString(), query["iss"].ToString()).ShouldBe(("access_denied", "state & more", Cloud.Issuer));
        query.ShouldNotContainKey("code");
    }

    [Fact]
    public async Task The_person_hinted_at_is_chosen_beforehand()
    {
        using var reply = await new SignInDriver(Cloud).Asking("login_hint", "alan.turing").AskAsync(Cancellation);

        (await reply.Content.ReadAsStringAsync(Cancellation)).ShouldContain("value=\"alan.turing\" required checked>");
    }
}
