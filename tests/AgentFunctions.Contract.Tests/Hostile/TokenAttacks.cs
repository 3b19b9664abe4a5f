using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using AgentFunctions.Contract.Tests.Drivers;
using AgentFunctions.Shared;

namespace AgentFunctions.Contract.Tests.Hostile;

/// <summary>Tokens that nobody trusted issued, or that say what no token may.</summary>
internal static class TokenAttacks
{
    private static readonly Expected Refused = new Expected.Problem(401, "invalid_token");
    private static readonly TestKey Stranger = TestKey.Rsa("stranger");
    private static readonly TestKey StrangerOnCurve = TestKey.Elliptic("stranger");

    private static readonly string[] NoTokens =
    [
        "x", "a.b", "a.b.c", "..", "a.b.c.d", "a.b.c.d.e", "null", "undefined", "eyJhbGciOiJub25lIn0..", "Bearer", "=.=.=", new string('x', 16 << 10), new string('x', (16 << 10) + 1),
    ];

    public static IEnumerable<Attack> All =>
    [
        new("token: a good one of the second issuer", victim => victim.AskWith(victim.Token()), new Expected.Allowed()),
        new("token: none", victim => victim.AskWith((string?)null), new Expected.Problem(401, "token_missing")),
        .. NoTokens.Select(text => new Attack($"token: `{text[..Math.Min(20, text.Length)]}` of {text.Length} characters", victim => victim.AskWith(text), Refused)),
        .. Signatures,
        .. Keys,
        .. Times,
        .. Claims,
        new("token: for another audience, of the first issuer", async victim => victim.AskWith(await LocalAsync(victim, ("audience", "api://another"))), Refused),
        new("token: ended an hour ago, of the first issuer", async victim => victim.AskWith(await LocalAsync(victim, ("lifetime_seconds", "-3600"))), Refused),
        new("token: in the query", victim => victim.AskWith((string?)null) with { Path = $"/access/v1/evaluation?access_token={victim.Gateway}" }, new Expected.Problem(401, "token_missing")),
        new("token: in the body", victim => victim.AskWith("access_token", $"\"{victim.Gateway}\"") with { Token = null }, new Expected.Problem(401, "token_missing")),
        new("token: under Basic", victim => Headed(victim, "Basic Z2F0ZXdheTpzZWNyZXQ="), Refused),
        new("token: under DPoP", victim => Headed(victim, $"DPoP {victim.Gateway}"), Refused),
        new("token: without a scheme", victim => Headed(victim, victim.Gateway), Refused),
        new("token: two with a comma", victim => Headed(victim, $"Bearer {victim.Gateway}, Bearer {victim.Gateway}"), Refused),
        new("token: under bearer in small letters", victim => Headed(victim, $"bearer {victim.Gateway}"), new Expected.Allowed()),
    ];

    private static IEnumerable<Attack> Signatures =>
    [
        .. new[] { "none", "None", "NONE", "nOnE", "" }.Select(algorithm => new Attack(
            $"signature: algorithm `{algorithm}`", victim => victim.AskWith(victim.Token().SignedBy(TestKey.None(KeyIdOf(victim))).WithHeader("alg", algorithm)), Refused)),
        .. new[] { "none", "HS256", "RS384", "RS512", "PS256", "PS512", "ES256", "EdDSA", "rs256" }.Select(algorithm => new Attack(
            $"signature: RS256 under the name {algorithm}", victim => victim.AskWith(victim.Token().WithHeader("alg", algorithm)), Refused)),
        new("signature: no algorithm", victim => victim.AskWith(victim.Token().WithHeader("alg", null)), Refused),
        new("signature: algorithm is a list", victim => victim.AskWith(victim.Token().WithHeader("alg", new JsonArray("RS256"))), Refused),
        new("signature: removed", victim => victim.AskWith(victim.Token().Text[..(victim.Token().Text.LastIndexOf('.') + 1)]), Refused),
        new("signature: cut short", victim => victim.AskWith(victim.Token().Text[..^4]), Refused),
        new("signature: of zeros", victim => victim.AskWith(victim.Token().Text[..victim.Token().Text.LastIndexOf('.')] + "." + new string('A', 342)), Refused),
        new("signature: of another token", victim => victim.AskWith(Swapped(victim.Token(), victim.Token().With("azp", "another"))), Refused),
        new("signature: HS256 with the public modulus", victim => victim.AskWith(victim.Token().SignedBy(TestKey.Secret(KeyIdOf(victim), Base64Url.DecodeFromChars(PublicText(victim, "n"))))), Refused),
        new("signature: HS256 with the public modulus as text", victim => victim.AskWith(victim.Token().SignedBy(TestKey.Secret(KeyIdOf(victim), Encoding.ASCII.GetBytes(PublicText(victim, "n"))))), Refused),
        new("signature: HS256 with the public key as published", victim => victim.AskWith(victim.Token().SignedBy(TestKey.Secret(KeyIdOf(victim), Encoding.UTF8.GetBytes(victim.Deployment.Issuer.Keys[0].PublicPart.ToJsonString())))), Refused),
        new("signature: HS256 with an empty secret", victim => victim.AskWith(victim.Token().SignedBy(TestKey.Secret(KeyIdOf(victim), []))), Refused),
    ];

    private static IEnumerable<Attack> Keys =>
    [
        new("key: a stranger's under the known id", victim => victim.AskWith(victim.Token().ForgedBy(Stranger)), Refused),
        new("key: a stranger's under its own id", victim => victim.AskWith(victim.Token().SignedBy(Stranger)), Refused),
        new("key: a stranger's on a curve", victim => victim.AskWith(victim.Token().SignedBy(StrangerOnCurve)), Refused),
        new("key: a stranger's on a curve under the known id", victim => victim.AskWith(victim.Token().ForgedBy(StrangerOnCurve).WithHeader("alg", "ES256")), Refused),
        new("key: the right one under another id", victim => victim.AskWith(victim.Token().WithHeader("kid", "key-2")), Refused),
        new("key: the id of the first issuer's key", victim => victim.AskWith(victim.Token().WithHeader("kid", KeyIdOf(victim.Gateway))), Refused),
        new("key: an id that is a path", victim => victim.AskWith(victim.Token().WithHeader("kid", "../../../../dev/null")), Refused),
        new("key: an id that is a query", victim => victim.AskWith(victim.Token().WithHeader("kid", "x' UNION SELECT 'x")), Refused),
        new("key: an id that is a number", victim => victim.AskWith(victim.Token().WithHeader("kid", 1)), Refused),
        new("key: brought along as jwk", victim => victim.AskWith(victim.Token().SignedBy(Stranger).WithHeader("jwk", Stranger.PublicPart)), Refused),
        new("key: brought along under the known id", victim => victim.AskWith(victim.Token().ForgedBy(Stranger).WithHeader("jwk", Stranger.PublicPart)), Refused),
        new("key: to be fetched from jku", victim => victim.AskWith(victim.Token().SignedBy(Stranger).WithHeader("jku", "http://127.0.0.1:1/keys")), Refused),
        new("key: to be fetched from x5u", victim => victim.AskWith(victim.Token().SignedBy(Stranger).WithHeader("x5u", "http://127.0.0.1:1/cert")), Refused),
    ];

    private static IEnumerable<Attack> Times =>
    [
        new("time: ended within the skew", victim => victim.AskWith(victim.Token().With("exp", Now - 2)), new Expected.Allowed()),
        new("time: ended beyond the skew", victim => victim.AskWith(victim.Token().With("exp", Now - 31)), Refused),
        new("time: begins within the skew", victim => victim.AskWith(victim.Token().With("nbf", Now + 25)), new Expected.Allowed()),
        new("time: begins beyond the skew", victim => victim.AskWith(victim.Token().With("nbf", Now + 120)), Refused),
        new("time: ended in 1970", victim => victim.AskWith(victim.Token().With("exp", 1)), Refused),
        new("time: ends never", victim => victim.AskWith(victim.Token().With("exp", null)), Refused),
        new("time: ends at a text", victim => victim.AskWith(victim.Token().With("exp", "tomorrow")), Refused),
        new("time: ends before 1970", victim => victim.AskWith(victim.Token().With("exp", -1)), Refused),
        new("time: begins after it ends", victim => victim.AskWith(victim.Token().With("nbf", Now + 7200)), Refused),
    ];

    private static IEnumerable<Attack> Claims =>
    [
        new("claims: another audience", victim => victim.AskWith(victim.Token().With("aud", "api://another")), Refused),
        new("claims: the audience in other letters", victim => victim.AskWith(victim.Token().With("aud", victim.Deployment.Audience.ToUpperInvariant())), Refused),
        new("claims: the audience and another", victim => victim.AskWith(victim.Token().With("aud", new JsonArray(victim.Deployment.Audience, "api://another"))), Refused),
        new("claims: no audience", victim => victim.AskWith(victim.Token().With("aud", null)), Refused),
        new("claims: an empty list of audiences", victim => victim.AskWith(victim.Token().With("aud", new JsonArray())), Refused),
        new("claims: an unknown issuer", victim => victim.AskWith(victim.Token().With("iss", "https://issuer.example")), Refused),
        new("claims: the first issuer's name under the second one's key", victim => victim.AskWith(victim.Token().With("iss", IssuerOf(victim.Gateway))), Refused),
        new("claims: the issuer with a slash", victim => victim.AskWith(victim.Token().With("iss", victim.Deployment.Issuer.Name + "/")), Refused),
        new("claims: the issuer in other letters", victim => victim.AskWith(victim.Token().With("iss", victim.Deployment.Issuer.Name.ToUpperInvariant())), Refused),
        new("claims: no issuer", victim => victim.AskWith(victim.Token().With("iss", null)), Refused),
        new("claims: a list of issuers", victim => victim.AskWith(victim.Token().With("iss", new JsonArray(victim.Deployment.Issuer.Name))), Refused),
        new("claims: another tenant", victim => victim.AskWith(victim.Token().With("tid", "00000000-0000-0000-0000-000000000000")), Refused),
        new("claims: no tenant", victim => victim.AskWith(victim.Token().With("tid", null)), Refused),
        new("claims: a list of tenants", victim => victim.AskWith(victim.Token().With("tid", new JsonArray(victim.Deployment.Tenant))), Refused),
        new("claims: no client", victim => victim.AskWith(victim.Token().With("azp", null)), Refused),
        new("claims: an empty client", victim => victim.AskWith(victim.Token().With("azp", "")), Refused),
        new("claims: a client of 257 characters", victim => victim.AskWith(victim.Token().With("azp", new string('x', 257))), Refused),
        new("claims: a client with a control character", victim => victim.AskWith(victim.Token().With("azp", "a\u0001b")), Refused),
        new("claims: a client with a NUL", victim => victim.AskWith(victim.Token().With("azp", "contract-gateway\0")), Refused),
        new("claims: a client that is a number", victim => victim.AskWith(victim.Token().With("azp", 7)), Refused),
        new("claims: app-only with a scope", victim => victim.AskWith(victim.Token().With("scp", "access_as_user")), Refused),
        new("claims: delegated without a person", victim => victim.AskWith(victim.Token().With("idtyp", null).With("scp", "access_as_user").With("oid", null)), Refused),
        new("claims: delegated by a list of people", victim => victim.AskWith(victim.Token().With("idtyp", null).With("scp", "access_as_user").With("oid", new JsonArray("a"))), Refused),
        new("claims: another kind of token", victim => victim.AskWith(victim.Token().WithHeader("typ", "logout+jwt")), Refused),
        new("claims: header members that mean nothing in a signed token", victim => victim.AskWith(victim.Token().WithHeader("enc", "A256GCM").WithHeader("x", 1)), new Expected.Allowed()),
        new("claims: critical extensions", victim => victim.AskWith(victim.Token().WithHeader("crit", new JsonArray("b64")).WithHeader("b64", false)), Refused),
        new("claims: no roles", victim => victim.AskWith(victim.Token().With("roles", null)), new Expected.Problem(403, "actor_not_caller")),
        new("claims: roles as an object", victim => victim.AskWith(victim.Token().With("roles", new JsonObject { ["Decisions.Ask"] = true })), new Expected.Problem(403, "actor_not_caller")),
        new("claims: a role with more behind it", victim => victim.AskWith(victim.Token().With("roles", new JsonArray("Decisions.Ask.Not", "xDecisions.Ask"))), new Expected.Problem(403, "actor_not_caller")),
        new("claims: a role in the scope", victim => victim.AskWith(victim.Token().With("roles", null).With("idtyp", null).With("scp", "Decisions.Ask")), new Expected.Problem(403, "actor_not_caller")),
        new("claims: two clients", victim => victim.AskWith(Repeated(victim, "azp", "contract-gateway")), Refused),
        new("claims: two tenants", victim => victim.AskWith(Repeated(victim, "tid", "other")), Refused),
        new("claims: two lists of roles", victim => victim.AskWith(Repeated(victim, "roles", "Policy.Write")), Refused),
    ];

    private static long Now => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

    private static Call Headed(Victim victim, string authorization) => victim.AskWith((string?)null).With("Authorization", authorization);

    private static string PublicText(Victim victim, string member) => victim.Deployment.Issuer.Keys[0].PublicPart[member]!.GetValue<string>();

    private static string KeyIdOf(Victim victim) => victim.Deployment.Issuer.Keys[0].KeyId;

    private static string KeyIdOf(string token) => Part(token, 0)["kid"]!.GetValue<string>();

    private static string IssuerOf(string token) => Part(token, 1)["iss"]!.GetValue<string>();

    private static JsonNode Part(string token, int part) => JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[part]))!;

    private static string Swapped(TestToken token, TestToken other) => $"{token.Text[..token.Text.LastIndexOf('.')]}{other.Text[other.Text.LastIndexOf('.')..]}";

    // No library would write a claim twice.
    private static string Repeated(Victim victim, string claim, string second)
    {
        var token = victim.Token();
        return TestToken.Of(token.Header.ToJsonString(), $"{token.Payload.ToJsonString()[..^1]},\"{claim}\":\"{second}\"}}", token.Key);
    }

    private static async Task<string> LocalAsync(Victim victim, (string Name, string Value) field) =>
        await victim.Deployment.Tokens.SpoiltAsync("contract-gateway", "Decisions.Ask", field.Name, field.Value);
}
