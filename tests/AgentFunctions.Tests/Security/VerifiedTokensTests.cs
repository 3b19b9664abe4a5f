using AgentFunctions.Security;
using AgentFunctions.Shared;

namespace AgentFunctions.Tests.Security;

/// <summary>A remembered token is worth no more than one that is looked at anew.</summary>
public sealed class VerifiedTokensTests
{
    [Fact]
    public async Task A_good_token_is_remembered_and_a_bad_one_is_not()
    {
        await using var verification = await Verification.StartAsync();
        await verification.VerifyAsync(verification.Issuer.AppOnly("warms-up"));

        await verification.VerifyAsync(verification.Issuer.AppOnly("gateway").With("aud", "api://other"));
        verification.Remembered.Count.ShouldBe(0);

        var first = await verification.VerifyAsync(verification.Issuer.AppOnly("gateway"));
        (await verification.VerifyAsync(verification.Issuer.AppOnly("gateway"))).ShouldBeSameAs(first);
    }

    [Fact]
    public async Task A_remembered_token_ends_when_it_expires()
    {
        await using var verification = await Verification.StartAsync();
        var token = verification.Issuer.AppOnly("gateway");
        await RememberAsync(verification, token);

        verification.Clock.Advance(TimeSpan.FromSeconds(3600 + 30));

        (await verification.VerifyAsync(token)).ShouldBe(new TokenOutcome.Refused(TokenFault.Lifetime));
    }

    [Fact]
    public async Task Past_its_own_end_a_token_is_looked_at_anew()
    {
        await using var verification = await Verification.StartAsync();
        var token = verification.Issuer.AppOnly("gateway");
        var remembered = await RememberAsync(verification, token);

        verification.Clock.Advance(TimeSpan.FromSeconds(3600));
        var anew = await verification.VerifyAsync(token);

        anew.ShouldBe(remembered);
        anew.ShouldNotBeSameAs(remembered);
    }

    [Fact]
    public async Task A_remembered_token_ends_with_the_keys_it_was_found_good_under()
    {
        await using var verification = await Verification.StartAsync();
        var token = verification.Issuer.AppOnly("gateway");
        await RememberAsync(verification, token);
        verification.Clock.Advance(TimeSpan.FromSeconds(10));
        verification.Issuer.Keys = [TestKey.Elliptic("key-2")];

        await verification.VerifyAsync(verification.Issuer.AppOnly("learns-the-new-key"));

        (await verification.VerifyAsync(token)).ShouldBe(new TokenOutcome.Refused(TokenFault.Key));
    }

    [Fact]
    public async Task A_remembered_token_ends_when_its_keys_are_too_old_to_be_believed()
    {
        await using var verification = await Verification.StartAsync(("KeyRefreshMinutes", "30"), ("KeyLifetimeHours", "1"));
        var token = verification.Issuer.AppOnly("gateway").With("exp", verification.Clock.GetUtcNow().AddDays(1).ToUnixTimeSeconds());
        await RememberAsync(verification, token);
        verification.Issuer.IsDown = true;

        verification.Clock.Advance(TimeSpan.FromHours(1));

        (await verification.VerifyAsync(token)).ShouldBeOfType<TokenOutcome.IssuerUnavailable>();
    }

    [Fact]
    public async Task The_memory_is_bounded()
    {
        await using var verification = await Verification.StartAsync(("RememberedTokens", "16"));

        for (var i = 0; i < 100; i++)
        {
            await verification.VerifyAsync(verification.Issuer.AppOnly($"gateway-{i}"));
        }

        verification.Remembered.Count.ShouldBeLessThanOrEqualTo(32);
    }

    // The first token fetches the keys and the second is remembered under them.
    private static async Task<TokenOutcome> RememberAsync(Verification verification, TestToken token)
    {
        await verification.VerifyAsync(verification.Issuer.AppOnly("warms-up"));
        return await verification.VerifyAsync(token);
    }
}
