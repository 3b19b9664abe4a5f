using System.Text.Json.Nodes;
using AgentFunctions.Contract.Tests.Deployments;
using AgentFunctions.Contract.Tests.Drivers;

namespace AgentFunctions.Contract.Tests.Description;

/// <summary>Calls of every function, in an order in which each succeeds.</summary>
internal static class Tour
{
    private const string Reason = """{"reason":"tour"}""";
    private const string Rule = """
        "actions":["read","list*"],"resource":{"type":"*","id":"hr/*"},"purpose":"tour","expires_at":"2099-01-01T00:00:00Z",
        "condition":{"all":[
          {"any":[{"in":[{"path":"action.name"},["read",1,true]]},{"not":{"starts_with":[{"path":["context","a.b"]},"x"]}}]},
          {"within":{"days":["mon","sun"],"from":"08:00","to":"18:00","zone":"Europe/Berlin"}}]},
        "obligations":[{"id":"log","type":"log","properties":{"level":"full"}}]
        """;

    public static async Task<IReadOnlyList<Call>> OfAsync(Deployment deployment)
    {
        var company = await Company.FoundAsync(deployment);
        var administrator = await deployment.Tokens.AdministratorAsync();
        var gateway = await deployment.Tokens.GatewayAsync();
        var decided = (await company.AskAsync(company.Question())).Judged.EvaluationId;
        return
        [
            .. OfRegistries(company, administrator),
            .. OfPolicy(company, administrator),
            .. OfTenant(administrator),
            Call.Evaluation(gateway, company.Question()),
            Call.Evaluations(gateway, new JsonObject { ["evaluations"] = new JsonArray(company.Question(), company.Question("export"), new JsonObject()) }),
            Call.Get("/.well-known/authzen-configuration"),
            Call.Get("/health"),
            Call.Get("/health", administrator),
            Call.Get($"/ledger/{decided}", administrator),
            Call.Get("/ledger/streams/0?limit=1000", administrator),
            Call.Get("/ledger/streams/1?limit=1000", administrator),
            Call.Get("/ledger/verification", administrator),
        ];
    }

    private static IEnumerable<Call> OfRegistries(Company company, string token) =>
    [
        Call.Put($"/people/{Unique.Name("person")}", token, $$"""{"standing":"left","manager":"{{company.Owner}}","source":"directory","confirmed_at":"2026-03-01T09:30:00Z"}"""),
        Call.Get($"/people/{company.Owner}", token),
        Call.Get("/people?limit=2", token),
        Call.Put($"/agents/{company.Agent}", token, $$$"""{"owner":"{{{company.Owner}}}","name":"Tour","purpose":"tour","properties":{"a":[1,null]}}""").IfMatch("*"),
        Call.Get($"/agents/{company.Agent}", token),
        Call.Get("/agents?limit=2", token),
        Call.Post($"/agents/{company.Agent}/suspend", token, Reason),
        Call.Post($"/agents/{company.Agent}/resume", token, Reason),
        Call.Put($"/resources/{company.Type}/tour", token, """{"sensitivity":"critical","properties":{"a":{"b":true}}}"""),
        Call.Get($"/resources/{company.Type}/tour", token),
        Call.Get($"/resources?type={company.Type}&limit=1", token),
        Call.Delete($"/resources/{company.Type}/tour", token).IfMatch("*"),
        Call.Get($"/delegations/{company.Delegator}/{company.Agent}", token),
        Call.Get($"/delegations/{company.Delegator}", token),
        Call.Delete($"/delegations/{company.Delegator}/{company.Agent}", token).IfMatch("*"),
        Call.Put($"/delegations/{company.Delegator}/{company.Agent}", token, """{"actions":["read"],"resources":[{"type":"document","id":"hr/*"}],"expires_at":"2099-01-01T00:00:00Z"}"""),
    ];

    private static IEnumerable<Call> OfPolicy(Company company, string token)
    {
        var (principal, guardrail) = ($"/principals/workload/{Unique.Name("tour")}", $"/guardrails/{Unique.Name("tour")}");
        return
        [
            Call.Put(principal, token, """{"properties":{"team":"ap"}}"""),
            Call.Get(principal, token),
            Call.Get("/principals?type=workload&limit=2", token),
            Call.Put($"{principal}/entitlements/tour", token, $$"""{"effect":"challenge",{{Rule}}}"""),
            Call.Get($"{principal}/entitlements/tour", token),
            Call.Get($"{principal}/entitlements?limit=1", token),
            Call.Get($"{principal}/entitlements", token),
            Call.Delete($"{principal}/entitlements/tour", token).IfMatch("*"),
            Call.Put($"/imports/agent/{Unique.Name("tour")}", token, """{"properties":{}}""") with { ContentType = "application/x-ndjson" },
            Call.Put(guardrail, token, """{"effect":"deny","actions":["tour"],"resource":{"type":"tour","id":"*"}}"""),
            Call.Get(guardrail, token),
            Call.Get("/guardrails?limit=1", token),
            Call.Delete(guardrail, token).IfMatch("*"),
        ];
    }

    private static IEnumerable<Call> OfTenant(string token) =>
    [
        Call.Get("/tenant", token),
        Call.Post("/tenant/suspend", token, Reason),
        Call.Post("/tenant/resume", token, Reason),
        Call.Put("/tenant", token, "{}").IfMatch("*"),
    ];
}
