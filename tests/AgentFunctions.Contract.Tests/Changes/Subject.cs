using AgentFunctions.Contract.Tests.Deployments;
using AgentFunctions.Contract.Tests.Drivers;

namespace AgentFunctions.Contract.Tests.Changes;

/// <summary>A document of one kind that is not there yet, and two things that it can say.</summary>
internal sealed record Subject(Deployment Deployment, string Path, string First, string Second)
{
    public static TheoryData<string> Kinds => ["person", "agent", "resource", "principal", "entitlement", "guardrail", "delegation"];

    public static TheoryData<string> Deletable => ["resource", "entitlement", "guardrail", "delegation"];

    public static async Task<Subject> OfAsync(Deployment deployment, string kind)
    {
        var name = Unique.Name(kind);
        if (kind is "person") return new(deployment, $"/people/{name}", """{"standing":"living"}""", """{"standing":"left"}""");
        if (kind is "resource") return new(deployment, $"/resources/file/{name}", """{"sensitivity":"low"}""", """{"sensitivity":"high","properties":{"a":[1]}}""");
        if (kind is "principal") return new(deployment, $"/principals/service/{name}", """{"properties":{"a":1}}""", """{"properties":{"a":2}}""");
        if (kind is "guardrail") return new(deployment, $"/guardrails/{name}", Rule(name, "deny", "read"), Rule(name, "deny", "write"));

        var company = await Company.FoundAsync(deployment);
        return kind switch
        {
            "agent" => new(
                deployment,
                $"/agents/{name}",
                $$"""{"owner":"{{company.Owner}}","deputy":"{{company.Deputy}}","autonomy":"high"}""",
                $$"""{"owner":"{{company.Owner}}","autonomy":"low"}"""),
            "entitlement" => new(
                deployment, $"/principals/agent/{company.Agent}/entitlements/{name}", Rule(name, "allow", "read"), Rule(name, "allow", "write")),
            _ => new(deployment, $"/delegations/{company.Owner}/{company.Agent}", Loan("read"), Loan("write")),
        };
    }

    public async Task<Answer> PutAsync(string json, Func<Call, Call>? change = null) =>
        await Deployment.Wire.SendAsync((change ?? (call => call))(Call.Put(Path, await Deployment.Tokens.AdministratorAsync(), json)));

    public async Task<Answer> DeleteAsync(Func<Call, Call>? change = null) =>
        await Deployment.Wire.SendAsync((change ?? (call => call))(Call.Delete(Path, await Deployment.Tokens.AdministratorAsync())));

    public async Task<Answer> GetAsync() => await Deployment.Wire.SendAsync(Call.Get(Path, await Deployment.Tokens.AdministratorAsync()));

    // Of a resource type that nobody uses.
    private static string Rule(string name, string effect, string action) =>
        $$"""{"effect":"{{effect}}","actions":["{{action}}"],"resource":{"type":"{{name}}","id":"*"} }""";

    private static string Loan(string action) => $$"""{"actions":["{{action}}"],"resources":[{"type":"file","id":"*"}],"expires_at":"2099-01-01T00:00:00Z"}""";
}
