using AgentFunctions.Security;
using AgentFunctions.Shared;

namespace AgentFunctions.Tests.Security;

/// <summary>Keys rotate, issuers fail, and strangers invent key ids.</summary>
public sealed class IssuerKeysTests
{
    [Fact]
    public async Task The_first_token_after_a_rotation_is_accepted()
    {
        await using var verification = await Verification.StartAsync();
        await verification.VerifyAsync(verification.Issuer.AppOnly("gateway"));
        verification.Clock.Advance(TimeSpan.FromSeconds(10));

        verification.Issuer.Keys = [TestKey.Elliptic("key-2")];

        (await verification.VerifyAsync(verification.Issuer.AppOnly("gateway"))).ShouldBeOfType<TokenOutcome.Accepted>();
    }

    [Fact]
    public async Task A_flood_of_invented_key_ids_costs_the_issuer_one_fetch_a_quiet_time()
    {
        await using var verification = await Verification.StartAsync();
        var token = verification.Issuer.AppOnly("gateway");
        await verification.VerifyAsync(token);
        verification.Clock.Advance(TimeSpan.FromSeconds(10));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => verification.VerifyAsync(token.WithHeader("kid", $"invented-{i}"))));

        outcomes.ShouldAllBe(outcome => outcome == new TokenOutcome.Refused(TokenFault.Key));
        verification.Issuer.Fetches.ShouldBe(2);
    }

    [Fact]
    public async Task A_key_that_the_issuer_withdrew_validates_nothing_after_the_refresh()
    {
        await using var verification = await Verification.StartAsync();
        var token = verification.Issuer.AppOnly("gateway").With("exp", verification.Clock.GetUtcNow().AddDays(1).ToUnixTimeSeconds());
        await verification.VerifyAsync(token);
        verification.Issuer.Keys = [TestKey.Elliptic("key-2")];
        verification.Clock.Advance(TimeSpan.FromMinutes(60));

        // Waits for the refresh that its unknown key asks for.
        await verification.VerifyAsync(verification.Issuer.AppOnly("gateway"));

        (await verification.VerifyAsync(token)).ShouldBe(new TokenOutcome.Refused(TokenFault.Key));
    }

    [Fact]
    public async Task An_issuer_that_is_down_at_start_makes_its_tokens_unavailable_until_it_answers()
    {
        await using var verification = await Verification.StartAsync();
        verification.Issuer.IsDown = true;

        (await verification.VerifyAsync(verification.Issuer.AppOnly("gateway"))).ShouldBeOfType<TokenOutcome.IssuerUnavailable>();
        (await verification.VerifyAsync(verification.Other.AppOnly("gateway"))).ShouldBeOfType<TokenOutcome.Accepted>();

        verification.Issuer.IsDown = false;
        verification.Clock.Advance(TimeSpan.FromSeconds(1));
        (await verification.VerifyAsync(verification.Issuer.AppOnly("gateway"))).ShouldBeOfType<TokenOutcome.Accepted>();
    }

    [Fact]
    public async Task The_last_known_keys_serve_while_the_issuer_is_down_and_not_longer_than_their_lifetime()
    {
        await using var verification = await Verification.StartAsync(("KeyLifetimeHours", "24"));
        await verification.VerifyAsync(verification.Issuer.AppOnly("gateway"));
        verification.Issuer.IsDown = true;

        verification.Clock.Advance(TimeSpan.FromHours(23));
        (await verification.VerifyAsync(verification.Issuer.AppOnly("gateway"))).ShouldBeOfType<TokenOutcome.Accepted>();

        verification.Clock.Advance(TimeSpan.FromHours(1));
        (await verification.VerifyAsync(verification.Issuer.AppOnly("gateway"))).ShouldBeOfType<TokenOutcome.IssuerUnavailable>();
    }

    [Fact]
    public async Task Metadata_that_names_another_issuer_is_not_believed()
    {
        await using var verification = await Verification.StartAsync();
        verification.Issuer.ClaimedName = "https://login.example.com";

        (await verification.VerifyAsync(verification.Issuer.AppOnly("gateway"))).ShouldBeOfType<TokenOutcome.IssuerUnavailable>();
    }

    [Theory]
    [InlineData("short")]
    [InlineData("for encryption")]
    [InlineData("without an id")]
    public async Task A_published_key_that_is_not_fit_to_sign_validates_nothing(string why)
    {
        await using var verification = await Verification.StartAsync();
        var key = why == "short" ? TestKey.Rsa("unfit", bits: 1024) : TestKey.Elliptic("unfit");
        key.PublicPart["use"] = why == "for encryption" ? "enc" : "sig";
        key.PublicPart["kid"] = why == "without an id" ? null : "unfit";
        verification.Issuer.Keys = [key, TestKey.Elliptic("fit")];

        (await verification.VerifyAsync(verification.Issuer.AppOnly("gateway"))).ShouldBe(new TokenOutcome.Refused(TokenFault.Key));
    }
}
