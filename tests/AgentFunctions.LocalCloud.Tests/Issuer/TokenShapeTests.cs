using AgentFunctions.LocalCloud.Tests.Drivers;

namespace AgentFunctions.LocalCloud.Tests.Issuer;

public sealed class TokenShapeTests(CloudFixture fixture) : IClassFixture<CloudFixture>
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_app_only_token_has_the_claims_of_Entras_v2()
    {
        var claims = await ClaimsAsync(("client_id", "gateway"), ("roles", "Decisions.Ask Audit.Read"));

        claims.EnumerateObject().Select(claim => claim.Name).ShouldBe(
            ["aud", "iss", "iat", "nbf", "exp", "azp", "azpacr", "idtyp", "oid", "sub", "tid", "ver", "uti", "roles"], ignoreOrder: true);
        claims.Text("aud").ShouldBe("api://agentfunctions");
        claims.Text("iss").ShouldBe(fixture.Cloud.Issuer);
        claims.Text("azp").ShouldBe("gateway");
        claims.Text("azpacr").ShouldBe("1");
        claims.Text("idtyp").ShouldBe("app");
        claims.Text("sub").ShouldBe(claims.Text("oid"));
        claims.Text("tid").ShouldBe(RunningLocalCloud.Tenant);
        claims.Text("ver").ShouldBe("2.0");
        claims.Texts("roles").ShouldBe(["Decisions.Ask", "Audit.Read"]);
    }

    [Fact]
    public async Task A_delegated_token_has_the_claims_of_Entras_v2()
    {
        var claims = await ClaimsAsync(("client_id", "agent-1"), ("user", "grace.hopper"), ("roles", "Ask Read"));

        claims.EnumerateObject().Select(claim => claim.Name).ShouldBe(
            ["aud", "iss", "iat", "nbf", "exp", "azp", "azpacr", "oid", "sub", "name", "preferred_username", "scp", "roles", "tid", "ver", "uti"], ignoreOrder: true);
        claims.Text("azp").ShouldBe("agent-1");
        claims.Text("oid").ShouldBe("grace.hopper");
        claims.Text("name").ShouldBe("Grace Hopper");
        claims.Text("preferred_username").ShouldBe("grace.hopper@people.example");
        claims.Text("scp").ShouldBe("Ask Read");
        claims.Texts("roles").ShouldBe(["Ask", "Read"]);
    }

    [Fact]
    public async Task A_delegated_token_without_roles_still_has_a_scope_and_no_roles_claim()
    {
        var claims = await ClaimsAsync(("client_id", "agent-1"), ("user", "grace.hopper"));

        claims.Text("scp").ShouldBe("access_as_user");
        claims.TryGetProperty("roles", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task One_role_is_still_an_array() =>
        (await ClaimsAsync(("client_id", "gateway"), ("roles", "Decisions.Ask"))).Texts("roles").ShouldBe(["Decisions.Ask"]);

    [Theory]
    [InlineData("not in the picker")]
    [InlineData("5b0c9a3e-20ff-4e8a-8f6c-0d8a7d3f1e42")]
    [InlineData("Åsa+läs&mer=1@firma.example")]
    [InlineData("张伟")]
    public async Task The_users_oid_is_exactly_what_was_asked_for(string user) =>
        (await ClaimsAsync(("client_id", "agent-1"), ("user", user))).Text("oid").ShouldBe(user);

    [Fact]
    public async Task A_clients_oid_is_a_guid_that_stays_and_differs_between_clients()
    {
        var first = (await ClaimsAsync(("client_id", "agent-1"))).Text("oid");

        // Fixed here, so that a change of the derivation is seen: rows and grants outside may be keyed by it.
        first.ShouldBe("f083fdc6-fa94-85fe-8d90-a82319387e13");
        (await ClaimsAsync(("client_id", "agent-2"))).Text("oid").ShouldNotBe(first);
    }

    [Fact]
    public async Task A_persons_sub_is_pairwise_and_never_their_oid()
    {
        var here = (await ClaimsAsync(("client_id", "agent-1"), ("user", "ada.lovelace"))).Text("sub");
        var again = (await ClaimsAsync(("client_id", "agent-2"), ("user", "ada.lovelace"))).Text("sub");
        var elsewhere = (await ClaimsAsync(("client_id", "agent-1"), ("user", "ada.lovelace"), ("audience", "api://other"))).Text("sub");

        here.ShouldBe(again);
        here.ShouldNotBe(elsewhere);
        here.ShouldNotBe("ada.lovelace");
    }

    [Fact]
    public async Task No_two_tokens_share_their_uti()
    {
        var first = (await ClaimsAsync(("client_id", "agent-1"))).Text("uti");

        (await ClaimsAsync(("client_id", "agent-1"))).Text("uti").ShouldNotBe(first);
    }

    [Theory]
    [InlineData(null, 3600)]
    [InlineData("1", 1)]
    [InlineData("86400", 86400)]
    public async Task A_token_is_good_from_now_for_as_long_as_asked(string? asked, long seconds)
    {
        await using var cloud = await RunningLocalCloud.StartAsync(Cancellation, clock: new(new DateTimeOffset(2031, 5, 6, 7, 8, 9, 500, TimeSpan.Zero)));
        using var reply = await cloud.PostAsync("/local/token", Cancellation, asked is null ? [("client_id", "a")] : [("client_id", "a"), ("lifetime_seconds", asked)]);
        var json = await reply.JsonAsync(Cancellation);
        var claims = Replies.Claims(json.Text("access_token").ShouldNotBeNull());

        var now = new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero).ToUnixTimeSeconds();
        (claims.GetProperty("iat").GetInt64(), claims.GetProperty("nbf").GetInt64(), claims.GetProperty("exp").GetInt64()).ShouldBe((now, now, now + seconds));
        (json.Text("token_type"), json.GetProperty("expires_in").GetInt64()).ShouldBe(("Bearer", seconds));
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("-29", -29)]
    public async Task A_token_can_be_asked_for_that_has_already_ended(string asked, long seconds)
    {
        var now = new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero);
        await using var cloud = await RunningLocalCloud.StartAsync(Cancellation, clock: new(now));
        var claims = Replies.Claims(await cloud.LocalTokenAsync(Cancellation, ("client_id", "a"), ("lifetime_seconds", asked)));

        var end = now.ToUnixTimeSeconds() + seconds;
        (claims.GetProperty("nbf").GetInt64(), claims.GetProperty("exp").GetInt64()).ShouldBe((end - 3600, end));
    }

    private async Task<System.Text.Json.JsonElement> ClaimsAsync(params (string, string)[] fields) =>
        Replies.Claims(await fixture.Cloud.LocalTokenAsync(Cancellation, fields));
}
