using System.Text.Json.Nodes;
using AgentFunctions.Security;
using AgentFunctions.Shared;

namespace AgentFunctions.Tests.Security;

/// <summary>What a good token says, and from when to when.</summary>
public sealed class TokenTests
{
    [Theory]
    [InlineData("RS256")]
    [InlineData("PS256")]
    [InlineData("ES256")]
    public async Task A_token_is_accepted_under_each_algorithm(string algorithm)
    {
        await using var verification = await Verification.StartAsync();
        verification.Issuer.Keys = [algorithm == "ES256" ? TestKey.Elliptic("key") : TestKey.Rsa("key", algorithm)];

        (await verification.VerifyAsync(verification.Issuer.AppOnly("gateway"))).ShouldBeOfType<TokenOutcome.Accepted>();
    }

    [Fact]
    public async Task An_algorithm_that_the_issuer_may_not_use_is_refused()
    {
        await using var verification = await Verification.StartAsync(("Issuers:0:Algorithms:0", "ES256"));

        (await verification.VerifyAsync(verification.Issuer.AppOnly("gateway"))).ShouldBe(new TokenOutcome.Refused(TokenFault.Algorithm));
    }

    [Fact]
    public async Task Each_issuer_vouches_for_its_own_tokens()
    {
        await using var verification = await Verification.StartAsync();

        var first = await verification.VerifyAsync(verification.Issuer.AppOnly("gateway"));
        var second = await verification.VerifyAsync(verification.Other.AppOnly("gateway"));

        first.ShouldBeOfType<TokenOutcome.Accepted>().Caller.Issuer.ShouldBe(verification.Issuer.Name);
        second.ShouldBeOfType<TokenOutcome.Accepted>().Caller.Issuer.ShouldBe(verification.Other.Name);
    }

    [Fact]
    public async Task An_app_only_token_names_no_person_although_it_has_an_oid()
    {
        await using var verification = await Verification.StartAsync();

        var caller = await CallerOf(verification, verification.Issuer.AppOnly("gateway", "Decisions.Ask", "Unknown.Role"));

        caller.ShouldBe(new Caller { Issuer = verification.Issuer.Name, ClientId = "gateway", Roles = Role.DecisionsAsk });
        caller.IsDelegated.ShouldBeFalse();
    }

    [Fact]
    public async Task A_delegated_token_names_the_person_and_the_client()
    {
        await using var verification = await Verification.StartAsync();

        var caller = await CallerOf(verification, verification.Issuer.Delegated("portal", "maria", "Policy.Read", "Policy.Write"));

        caller.ClientId.ShouldBe("portal");
        caller.Person.Value.ShouldBe("maria");
        caller.Roles.ShouldBe(Role.PolicyRead | Role.PolicyWrite);
    }

    [Fact]
    public async Task Without_kind_and_scope_a_token_is_app_only()
    {
        await using var verification = await Verification.StartAsync();

        var caller = await CallerOf(verification, verification.Issuer.AppOnly("gateway").With("idtyp", null));

        caller.IsDelegated.ShouldBeFalse();
    }

    [Theory]
    [InlineData("app", "access_as_user")]
    [InlineData("user", null)]
    [InlineData("device", null)]
    public async Task A_token_that_contradicts_itself_is_refused(string kind, string? scope)
    {
        await using var verification = await Verification.StartAsync();
        var token = verification.Issuer.AppOnly("gateway").With("idtyp", kind).With("scp", scope);

        (await verification.VerifyAsync(token)).ShouldBe(new TokenOutcome.Refused(TokenFault.Claims));
    }

    [Fact]
    public async Task A_delegated_token_without_a_person_is_refused()
    {
        await using var verification = await Verification.StartAsync();
        var token = verification.Issuer.Delegated("portal", "maria").With("oid", null).With("sub", "maria").With("upn", "maria@example.com");

        (await verification.VerifyAsync(token)).ShouldBe(new TokenOutcome.Refused(TokenFault.Claims));
    }

    [Fact]
    public async Task The_claims_of_another_issuer_are_read_as_its_map_says()
    {
        await using var verification = await Verification.StartAsync(
            ("Issuers:1:TenantId", "acme"),
            ("Issuers:1:Claims:Tenant", "org"),
            ("Issuers:1:Claims:Client", "client_id"),
            ("Issuers:1:Claims:Person", "uid"),
            ("Issuers:1:Claims:Roles:0", "groups"),
            ("Issuers:1:Claims:Scope", "scope"),
            ("Issuers:1:Claims:ScopeGrantsRoles", "true"));
        var token = verification.Other.AppOnly("ignored").With("idtyp", null)
            .With("org", "acme").With("client_id", "portal").With("uid", "maria").With("scope", "openid People.Read").With("groups", new JsonArray("Audit.Read"));

        var caller = await CallerOf(verification, token);

        caller.ClientId.ShouldBe("portal");
        caller.Person.Value.ShouldBe("maria");
        caller.Roles.ShouldBe(Role.PeopleRead | Role.AuditRead);
    }

    [Theory]
    [InlineData("app", false)]
    [InlineData("user", true)]
    [InlineData(null, null)]
    public async Task Where_every_token_has_a_scope_the_kind_alone_tells(string? kind, bool? delegated)
    {
        await using var verification = await Verification.StartAsync(("Issuers:1:Claims:Scope", ""));
        var token = verification.Other.Delegated("portal", "maria").With("idtyp", kind);

        var outcome = await verification.VerifyAsync(token);

        (outcome as TokenOutcome.Accepted)?.Caller.IsDelegated.ShouldBe(delegated ?? false);
        (outcome is TokenOutcome.Accepted).ShouldBe(delegated is not null);
    }

    [Theory]
    [InlineData("exp", 3600 + 29, true)]
    [InlineData("exp", 3600 + 30, false)]
    [InlineData("nbf", -30, true)]
    [InlineData("nbf", -31, false)]
    public async Task A_token_is_good_for_30_seconds_on_both_sides_and_not_a_second_more(string side, int seconds, bool good)
    {
        await using var verification = await Verification.StartAsync();
        var begin = verification.Clock.GetUtcNow();
        var token = verification.Issuer.AppOnly("gateway");
        verification.Clock.AdjustTime(begin.AddSeconds(seconds));

        var outcome = await verification.VerifyAsync(token);

        (outcome is TokenOutcome.Accepted).ShouldBe(good, side);
        (outcome is TokenOutcome.Refused { Fault: TokenFault.Lifetime }).ShouldBe(!good, side);
    }

    [Theory]
    [InlineData("exp", "9e30")]
    [InlineData("exp", "-1")]
    [InlineData("exp", "\"soon\"")]
    [InlineData("exp", "[]")]
    [InlineData("nbf", "9e18")]
    [InlineData("nbf", "253402300799")]
    public async Task A_time_that_is_no_time_or_far_away_is_refused(string claim, string value)
    {
        await using var verification = await Verification.StartAsync();

        (await verification.VerifyAsync(verification.Issuer.AppOnly("gateway").With(claim, JsonNode.Parse(value)))).ShouldBeOfType<TokenOutcome.Refused>();
    }

    private static async Task<Caller> CallerOf(Verification verification, TestToken token) =>
        (await verification.VerifyAsync(token)).ShouldBeOfType<TokenOutcome.Accepted>().Caller;
}
