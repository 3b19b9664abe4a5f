using System.Text;
using System.Text.Json.Nodes;
using AgentFunctions.Security;
using AgentFunctions.Shared;

namespace AgentFunctions.Tests.Security;

/// <summary>Every way to make a token say what its issuer did not say.</summary>
public sealed class TokenAttackTests
{
    private static readonly TestKey Stranger = TestKey.Rsa("key-1");
    private static readonly TestKey SecondKey = TestKey.Rsa("key-2");

    public static TheoryData<string, string> Attacks => new()
    {
        { "unsigned", nameof(TokenFault.Algorithm) },
        { "unsigned, in another case", nameof(TokenFault.Algorithm) },
        { "signature cut off", nameof(TokenFault.Signature) },
        { "signature of another payload", nameof(TokenFault.Signature) },
        { "public key as shared secret", nameof(TokenFault.Algorithm) },
        { "public key as shared secret, called RS256", nameof(TokenFault.Signature) },
        { "key of a stranger under a known id", nameof(TokenFault.Signature) },
        { "key of a stranger under an unknown id", nameof(TokenFault.Key) },
        { "key of the other issuer under its own id", nameof(TokenFault.Key) },
        { "id of another key of the issuer", nameof(TokenFault.Signature) },
        { "RS256 signature called PS256", nameof(TokenFault.Signature) },
        { "RS512", nameof(TokenFault.Algorithm) },
        { "no key id", nameof(TokenFault.Malformed) },
        { "no algorithm", nameof(TokenFault.Malformed) },
        { "key in the header", nameof(TokenFault.Signature) },
        { "critical extension", nameof(TokenFault.Malformed) },
        { "logout token", nameof(TokenFault.Signature) },
        { "wrong audience", nameof(TokenFault.Audience) },
        { "no audience", nameof(TokenFault.Audience) },
        { "two audiences", nameof(TokenFault.Audience) },
        { "unknown issuer", nameof(TokenFault.UnknownIssuer) },
        { "no issuer", nameof(TokenFault.UnknownIssuer) },
        { "issuer with a slash more", nameof(TokenFault.UnknownIssuer) },
        { "wrong tenant", nameof(TokenFault.Tenant) },
        { "no tenant", nameof(TokenFault.Tenant) },
        { "tenant as a list", nameof(TokenFault.Tenant) },
        { "no client", nameof(TokenFault.Claims) },
        { "client with a control character", nameof(TokenFault.Claims) },
        { "no expiry", nameof(TokenFault.Lifetime) },
        { "two roles claims", nameof(TokenFault.Malformed) },
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task An_attack_is_refused(string attack, string fault)
    {
        await using var verification = await Verification.StartAsync();
        verification.Issuer.Keys = [verification.Issuer.Keys[0], SecondKey];
        verification.Other.Keys = [TestKey.Elliptic("other-1")];

        var outcome = await verification.VerifyAsync(Text(attack, verification));

        outcome.ShouldBe(new TokenOutcome.Refused(Enum.Parse<TokenFault>(fault)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("..")]
    [InlineData("a.b.c")]
    [InlineData("e30.e30.")]
    [InlineData("e30.e30.e30.e30.e30")]
    [InlineData("bnVsbA.bnVsbA.bnVsbA")]
    [InlineData("W10.W10.W10")]
    [InlineData("\u00e9.\u00e9.\u00e9")]
    public async Task Garbage_is_refused(string garbage)
    {
        await using var verification = await Verification.StartAsync();

        (await verification.VerifyAsync(garbage)).ShouldBe(new TokenOutcome.Refused(TokenFault.Malformed));
    }

    [Fact]
    public async Task A_token_over_16_KiB_is_refused_although_it_is_good()
    {
        await using var verification = await Verification.StartAsync();
        var token = verification.Issuer.AppOnly("gateway");

        (await verification.VerifyAsync(token.With("padding", new string('x', 11_000)))).ShouldBeOfType<TokenOutcome.Accepted>();
        (await verification.VerifyAsync(token.With("padding", new string('x', 12_500)))).ShouldBe(new TokenOutcome.Refused(TokenFault.Malformed));
    }

    [Fact]
    public async Task An_unknown_issuer_is_never_asked_for_its_keys()
    {
        await using var verification = await Verification.StartAsync();
        await using var stranger = await TestIssuer.StartAsync(verification.Clock, TestContext.Current.CancellationToken);

        await verification.VerifyAsync(stranger.AppOnly("gateway"));

        stranger.Fetches.ShouldBe(0);
        verification.Issuer.Fetches.ShouldBe(0);
    }

    private static string Text(string attack, Verification verification)
    {
        var issuer = verification.Issuer;
        var token = issuer.AppOnly("gateway", "Decisions.Ask");
        var text = token.Text;
        return attack switch
        {
            "unsigned" => token.SignedBy(TestKey.None("key-1")).Text,
            "unsigned, in another case" => token.ForgedBy(TestKey.None("key-1")).WithHeader("alg", "nOnE").Text,
            "signature cut off" => text[..(text.LastIndexOf('.') + 1)],
            "signature of another payload" => $"{token.With("azp", "other").Text[..token.With("azp", "other").Text.LastIndexOf('.')]}{text[text.LastIndexOf('.')..]}",
            "public key as shared secret" => token.SignedBy(Secret(issuer)).Text,
            "public key as shared secret, called RS256" => token.ForgedBy(Secret(issuer)).Text,
            "key of a stranger under a known id" => token.SignedBy(Stranger).Text,
            "key of a stranger under an unknown id" => token.SignedBy(TestKey.Elliptic("unknown")).Text,
            "key of the other issuer under its own id" => token.SignedBy(verification.Other.Keys[0]).Text,
            "id of another key of the issuer" => token.WithHeader("kid", "key-2").Text,
            "RS256 signature called PS256" => token.WithHeader("alg", "PS256").Text,
            "RS512" => token.WithHeader("alg", "RS512").Text,
            "no key id" => token.WithHeader("kid", null).Text,
            "no algorithm" => token.WithHeader("alg", null).Text,
            "key in the header" => token.WithHeader("jwk", Stranger.PublicPart).ForgedBy(Stranger).Text,
            "critical extension" => token.WithHeader("crit", new JsonArray("exp")).Text,
            "logout token" => token.WithHeader("typ", "logout+jwt").Text,
            "wrong audience" => token.With("aud", "api://other").Text,
            "no audience" => token.With("aud", null).Text,
            "two audiences" => token.With("aud", new JsonArray(TestIssuer.Audience, "api://other")).Text,
            "unknown issuer" => token.With("iss", "https://login.example.com").Text,
            "no issuer" => token.With("iss", null).Text,
            "issuer with a slash more" => token.With("iss", $"{issuer.Name}/").Text,
            "wrong tenant" => token.With("tid", "22222222-2222-2222-2222-222222222222").Text,
            "no tenant" => token.With("tid", null).Text,
            "tenant as a list" => token.With("tid", new JsonArray(TestIssuer.Tenant)).Text,
            "no client" => token.With("azp", null).Text,
            "client with a control character" => token.With("azp", "gate\nway").Text,
            "no expiry" => token.With("exp", null).Text,
            "two roles claims" => TestToken.Of(token.Header.ToJsonString(), token.Payload.ToJsonString()[..^1] + ",\"roles\":[\"Policy.Write\"]}", token.Key),
            _ => throw new ArgumentOutOfRangeException(nameof(attack), attack, "not known"),
        };
    }

    private static TestKey Secret(TestIssuer issuer) =>
        TestKey.Secret("key-1", Encoding.UTF8.GetBytes(issuer.Keys[0].PublicPart.ToJsonString()));
}
