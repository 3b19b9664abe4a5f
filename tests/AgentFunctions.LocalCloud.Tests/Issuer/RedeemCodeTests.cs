using System.Net;
using AgentFunctions.LocalCloud.Tests.Drivers;
using Microsoft.Extensions.Time.Testing;

namespace AgentFunctions.LocalCloud.Tests.Issuer;

public sealed class RedeemCodeTests(CloudFixture fixture) : IClassFixture<CloudFixture>
{
    private const string Refused = "invalid_grant: the code is unknown, used or ended, or was issued to another client, address or verifier";
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    public static TheoryData<string, string?, string> Faults => new()
    {
        { "client_id", "someone-else", Refused },
        { "redirect_uri", "http://127.0.0.1:4321/signed-in", Refused },
        { "redirect_uri", "http://127.0.0.1:4322/signed-in?from=page", Refused },
        { "code_verifier", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXl", Refused },
        { "code_verifier", SignInDriver.Challenge, Refused },
        { "code_verifier", null, "invalid_request: the field `code_verifier` is missing" },
        { "code_verifier", "short", "invalid_request: the field `code_verifier` is not 43 to 128 unreserved characters" },
        { "code_verifier", new string('v', 129), "invalid_request: the field `code_verifier` is not 43 to 128 unreserved characters" },
        { "redirect_uri", null, "invalid_request: the field `redirect_uri` is missing" },
        { "client_id", null, "invalid_request: the field `client_id` is missing" },
        { "grant_type", null, "invalid_request: the field `grant_type` is missing" },
        { "grant_type", "password", "unsupported_grant_type: the grant type `password` is neither `authorization_code` nor `client_credentials`" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_code_is_redeemed_only_as_it_was_asked_for(string name, string? value, string error)
    {
        var driver = new SignInDriver(fixture.Cloud);
        var code = await driver.CodeAsync(Cancellation);
        using var reply = await driver.Redeeming(name, value).RedeemAsync(code, Cancellation);

        (await reply.OAuthErrorAsync(HttpStatusCode.BadRequest, Cancellation)).ShouldBe(error);
    }

    [Theory]
    [InlineData("code_verifier", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXl")]
    [InlineData("code_verifier", null)]
    [InlineData("client_id", "someone-else")]
    public async Task A_wrong_presentation_uses_the_code_up(string name, string? value)
    {
        var code = await new SignInDriver(fixture.Cloud).CodeAsync(Cancellation);
        using var wrong = await new SignInDriver(fixture.Cloud).Redeeming(name, value).RedeemAsync(code, Cancellation);
        using var right = await new SignInDriver(fixture.Cloud).RedeemAsync(code, Cancellation);

        (await right.OAuthErrorAsync(HttpStatusCode.BadRequest, Cancellation)).ShouldBe(Refused);
    }

    [Fact]
    public async Task A_code_is_good_once()
    {
        var driver = new SignInDriver(fixture.Cloud);
        var code = await driver.CodeAsync(Cancellation);
        using var first = await driver.RedeemAsync(code, Cancellation);
        using var second = await driver.RedeemAsync(code, Cancellation);

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await second.OAuthErrorAsync(HttpStatusCode.BadRequest, Cancellation)).ShouldBe(Refused);
    }

    [Fact]
    public async Task Of_many_presentations_at_once_one_is_answered_with_tokens()
    {
        var driver = new SignInDriver(fixture.Cloud);
        var code = await driver.CodeAsync(Cancellation);
        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => driver.RedeemAsync(code, Cancellation)));

        replies.Count(reply => reply.StatusCode == HttpStatusCode.OK).ShouldBe(1);
    }

    [Fact]
    public async Task An_invented_code_is_refused()
    {
        using var reply = await new SignInDriver(fixture.Cloud).RedeemAsync(new string('A', 43), Cancellation);

        (await reply.OAuthErrorAsync(HttpStatusCode.BadRequest, Cancellation)).ShouldBe(Refused);
    }

    [Theory]
    [InlineData(59, HttpStatusCode.OK)]
    [InlineData(60, HttpStatusCode.BadRequest)]
    public async Task A_code_ends_after_60_seconds(int seconds, HttpStatusCode expected)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero));
        await using var cloud = await RunningLocalCloud.StartAsync(Cancellation, clock: clock);
        var driver = new SignInDriver(cloud);
        var code = await driver.CodeAsync(Cancellation);
        clock.Advance(TimeSpan.FromSeconds(seconds));
        using var reply = await driver.RedeemAsync(code, Cancellation);

        reply.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task Waiting_codes_are_bounded_and_make_room_when_they_end()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero));
        await using var cloud = await RunningLocalCloud.StartAsync(Cancellation, clock: clock);
        var driver = new SignInDriver(cloud);
        for (var count = 0; count < 1000; count++) await driver.CodeAsync(Cancellation);

        using var reply = await driver.AnswerAsync(Cancellation, ("person", "grace.hopper"), ("answer", "sign_in"));
        SignInDriver.Query(reply)["error"].ToString().ShouldBe("temporarily_unavailable");

        clock.Advance(TimeSpan.FromSeconds(60));
        (await driver.CodeAsync(Cancellation)).Length.ShouldBe(43);
    }
}
