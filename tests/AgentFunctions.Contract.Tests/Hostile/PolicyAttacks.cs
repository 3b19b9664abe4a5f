using AgentFunctions.Contract.Tests.Drivers;

namespace AgentFunctions.Contract.Tests.Hostile;

/// <summary>Documents of policy that would mean something else than they say.</summary>
internal static class PolicyAttacks
{
    private static readonly Expected Refused = new Expected.Problem(400, "invalid_request");

    private static readonly (string Member, string Json)[] Rules =
    [
        ("effect", "\"Allow\""), ("effect", "\"permit\""), ("effect", "null"), ("effect", "1"), ("actions", "[]"), ("actions", "\"read\""), ("actions", "[\"\"]"), ("actions", "[\"read\",\"read\"]"),
        ("actions", "[1]"), ("resource", "\"*\""), ("resource", "{}"), ("resource", """{"type":"x"}"""), ("resource", """{"type":"x","id":"y","ids":[]}"""), ("expires_at", "\"tomorrow\""),
        ("expires_at", "\"2030-01-01\""), ("expires_at", "\"2030-01-01T00:00:00\""), ("expires_at", "\"2030-01-01T00:00:00+02:00\""), ("expires_at", "\"2030-13-01T00:00:00Z\""), ("expires_at", "1893456000"),
        ("expires_at", "null"), ("condition", "null"), ("condition", "{}"), ("condition", "[]"), ("condition", """{"eq":[1,1]}"""), ("condition", """{"eq":[{"path":"subject.properties.a"}]}"""),
        ("condition", """{"matches":[{"path":"subject.properties.a"},"(a+)+$"]}"""), ("condition", """{"eq":[{"path":"secrets.key"},1]}"""), ("condition", """{"any":[]}"""),
        ("condition", """{"eq":[{"path":"subject.properties.a"},1],"ne":[{"path":"subject.properties.a"},1]}"""), ("condition", """{"eq":[{"path":""},1]}"""),
        ("condition", """{"not":{"not":{"not":{"not":{"not":{"not":{"not":{"not":{"all":[]}}}}}}}}}"""), ("purpose", "\"\""), ("purpose", "1"), ("obligations", "{}"), ("obligations", "[{}]"),
        ("obligations", """[{"id":"a","type":"b"},{"id":"a","type":"c"}]"""), ("obligations", """[{"id":"a","type":"b","must":true}]"""),
    ];

    private static readonly (string Path, string Json)[] Documents =
    [
        ("/people/x", """{"standing":"unknown"}"""), ("/people/x", """{"standing":"Living"}"""), ("/people/x", """{"standing":"living","confirmed_at":"2020-01-01T00:00:00Z"}"""),
        ("/people/x", """{"standing":"living","source":"directory","confirmed_at":"2999-01-01T00:00:00Z"}"""), ("/people/x", """{"standing":"living","source":"directory"}"""),
        ("/people/x", """{"standing":"living","manager":"x"}"""), ("/agents/x", """{"owner":"a","deputy":"a"}"""), ("/agents/x", """{"owner":""}"""), ("/agents/x", """{"owner":"a","autonomy":"total"}"""),
        ("/agents/x", """{"owner":"a","autonomy":3}"""), ("/agents/x", """{"owner":"a","status":"active"}"""), ("/agents/x", """{"owner":"a","tolerance":"Critical"}"""),
        ("/resources/t/x", """{"sensitivity":"none"}"""), ("/resources/t/x", """{"sensitivity":"low","properties":[]}"""), ("/principals/t/x", """{"properties":[]}"""), ("/principals/t/x", """{"properties":null}"""),
        ("/tenant", """{"switch":"active"}"""), ("/tenant", """{"deputy_grace_days":-1}"""), ("/tenant", """{"deputy_grace_days":1.5}"""), ("/tenant", """{"directory_max_age_minutes":1441}"""),
        ("/tenant", """{"delegator_needs_entitlements":"false"}"""), ("/delegations/p/a", """{"actions":["*"],"resources":[{"type":"*","id":"*"}],"expires_at":"2020-01-01T00:00:00Z"}"""),
        ("/delegations/p/a", """{"actions":["*"],"resources":[{"type":"*","id":"*"}]}"""), ("/delegations/p/a", """{"actions":[],"resources":[{"type":"*","id":"*"}],"expires_at":"2099-01-01T00:00:00Z"}"""),
    ];

    public static IEnumerable<Attack> All =>
    [
        .. Rules.Select(rule => new Attack($"entitlement: {rule.Member} is {rule.Json}", victim => Put(victim, Entitlement(victim), Rule("allow", rule)), Refused)),
        .. Documents.Select(document => new Attack($"document: {document.Path} {document.Json}", victim => Put(victim, document.Path, document.Json), Refused)),
        new("guardrail: one that allows", victim => Put(victim, "/guardrails/hostile", Rule("allow", ("purpose", "\"x\""))), Refused),
        new("entitlement: another id than the path's", victim => Put(victim, Entitlement(victim), Rule("allow", ("id", "\"other\""))), Refused),
        new("entitlement: for a principal that nobody registered", victim => Put(victim, "/principals/service/nobody-ever/entitlements/e", Rule("allow", ("purpose", "\"x\""))), new Expected.Problem(404, "not_found")),
        new("agent: of an owner whom nobody knows", victim => Put(victim, "/agents/hostile", """{"owner":"nobody-ever"}"""), new Expected.ByHost(409)),
        new("delegation: of a delegator whom nobody knows", victim => Put(
            victim, $"/delegations/nobody-ever/{victim.Company.Agent}", """{"actions":["*"],"resources":[{"type":"*","id":"*"}],"expires_at":"2099-01-01T00:00:00Z"}"""), new Expected.ByHost(409)),
    ];

    private static Call Put(Victim victim, string path, string json) => Call.Put(path, victim.Administrator, json);

    private static string Entitlement(Victim victim) => $"/principals/agent/{victim.Company.Agent}/entitlements/hostile";

    private static string Rule(string effect, (string Member, string Json) change)
    {
        var members = new Dictionary<string, string>
        {
            ["effect"] = $"\"{effect}\"",
            ["actions"] = "[\"*\"]",
            ["resource"] = """{"type":"*","id":"*"}""",
            [change.Member] = change.Json,
        };
        return $"{{{string.Join(',', members.Select(member => $"\"{member.Key}\":{member.Value}"))}}}";
    }
}
