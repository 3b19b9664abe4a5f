using AgentFunctions.Contract.Tests.Drivers;

namespace AgentFunctions.Contract.Tests.Hostile;

/// <summary>Every function that administers or tells: without a token, without the role, and with a governed agent's token.</summary>
internal static class AdministrationAttacks
{
    private static readonly string[] Changing =
    [
        "PUT /agents/x", "POST /agents/x/suspend", "POST /agents/x/resume", "PUT /people/x", "PUT /resources/t/x", "DELETE /resources/t/x", "PUT /principals/t/x",
        "PUT /imports/t/x", "PUT /principals/t/x/entitlements/e", "DELETE /principals/t/x/entitlements/e", "PUT /guardrails/x", "DELETE /guardrails/x",
        "PUT /tenant", "POST /tenant/suspend", "POST /tenant/resume", "PUT /delegations/p/a", "DELETE /delegations/p/a",
    ];

    private static readonly string[] Telling =
    [
        "GET /agents", "GET /agents/x", "GET /people", "GET /people/x", "GET /resources", "GET /resources/t/x", "GET /principals", "GET /principals/t/x",
        "GET /principals/t/x/entitlements", "GET /principals/t/x/entitlements/e", "GET /guardrails", "GET /guardrails/x", "GET /tenant",
        "GET /delegations/p", "GET /delegations/p/a", "GET /ledger/0190a0a0-0000-8000-8000-000000000000", "GET /ledger/streams/0", "GET /ledger/verification",
    ];

    public static IEnumerable<Attack> All =>
    [
        .. Changing.Concat(Telling).Concat(["POST /access/v1/evaluation", "POST /access/v1/evaluations"]).Select(route => new Attack(
            $"no token: {route}", _ => Of(route, null), new Expected.Problem(401, "token_missing"))),
        .. Changing.Concat(Telling).Select(route => new Attack(
            $"no role: {route}", victim => Of(route, victim.Nobody), new Expected.Problem(403, "role_missing"))),
        .. Changing.Select(route => new Attack(
            $"an agent's token: {route}", victim => Of(route, victim.AgentWithRoles), new Expected.Problem(403, "agent_not_accepted"))),
        .. Changing.Select(route => new Attack(
            $"an agent's token with its owner behind it: {route}",
            async victim => Of(route, await victim.Deployment.Tokens.OfAsync(victim.Company.Agent, victim.Company.Owner, Tokens.AllOfAdministration)),
            new Expected.Problem(403, "agent_not_accepted"))),
        .. Changing.Select(route => new Attack(
            $"asking is no administration: {route}", victim => Of(route, victim.Application), new Expected.Problem(403, "role_missing"))),
        .. Changing.Where(route => !route.StartsWith("DELETE", StringComparison.Ordinal) && !route.Contains("imports", StringComparison.Ordinal)).SelectMany(Bodies),
    ];

    private static IEnumerable<Attack> Bodies(string route) =>
    [
        new($"empty body: {route}", victim => Of(route, victim.Administrator).With(""), new Expected.Problem(400, "invalid_json")),
        new($"a list: {route}", victim => Of(route, victim.Administrator).With("[]"), new Expected.Problem(400, "invalid_request")),
        new($"null: {route}", victim => Of(route, victim.Administrator).With("null"), new Expected.Problem(400, "invalid_request")),
        new($"an unknown member: {route}", victim => Of(route, victim.Administrator).With("""{"unknown":1}"""), new Expected.Problem(400, "invalid_request")),
        new($"a member twice: {route}", victim => Of(route, victim.Administrator).With("""{"reason":"a","reason":"b"}"""), new Expected.Problem(400, "invalid_json")),
        new($"half a surrogate: {route}", victim => Of(route, victim.Administrator).With("""{"reason":"\ud800"}"""), new Expected.Problem(400, "invalid_json")),
        new($"10,000 levels: {route}", victim => Of(route, victim.Administrator).With($"{{\"reason\":{new string('[', 10_000)}{new string(']', 10_000)}}}"), new Expected.Problem(400, "invalid_json")),
        new($"100 KiB: {route}", victim => Of(route, victim.Administrator).With($$"""{"reason":"{{new string('x', 100 << 10)}}"}"""), new Expected.Problem(413, "body_too_large")),
        new($"plain text: {route}", victim => Of(route, victim.Administrator) with { ContentType = "text/plain" }, new Expected.Problem(415, "unsupported_media_type")),
    ];

    private static Call Of(string route, string? token)
    {
        var (method, path) = route.Split(' ') is [var first, var second] ? (new HttpMethod(first), second) : throw new ArgumentException(route, nameof(route));
        var call = new Call(method, path) { Token = token };
        return method == HttpMethod.Get || method == HttpMethod.Delete ? call : call.With("{}");
    }
}
