namespace AgentFunctions.Soak;

/// <summary>Something without which an agent may not act, given and withdrawn as an administrator does.</summary>
/// <param name="Name">Also of the agent and of the type of resource that it is about.</param>
/// <param name="Person">For whom the agent acts; empty for itself.</param>
internal sealed record Right(string Name, string Person, Func<Caller, Task<Said>> GiveAsync, Func<Caller, Task<Said>> WithdrawAsync)
{
    private const string Living = """{"standing":"living"}""";

    public static IReadOnlyList<Right> All { get; } =
    [
        new("entitlement", "", admin => admin.PutAsync(Entitlement("entitlement"), Rule("allow", "entitlement")), admin => admin.DeleteAsync(Entitlement("entitlement"))),
        new("agent", "", admin => admin.PostAsync("agents/agent/resume", Why), admin => admin.PostAsync("agents/agent/suspend", Why)),
        new("person", "", admin => admin.PutAsync("people/owner-of-person", Living), admin => admin.PutAsync("people/owner-of-person", """{"standing":"left"}""")),
        new("guardrail", "", admin => admin.DeleteAsync("guardrails/no-more"), admin => admin.PutAsync("guardrails/no-more", Rule("deny", "guardrail"))),
        new("delegation", "dora", admin => admin.PutAsync(Delegation, Lent), admin => admin.DeleteAsync(Delegation)),
    ];

    private const string Why = """{"reason":"a trial"}""";
    private const string Delegation = "delegations/dora/delegation";
    private const string Lent = """{"actions":["*"],"resources":[{"type":"*","id":"*"}],"expires_at":"2199-01-01T00:00:00Z"}""";

    /// <summary>Everything but the right itself.</summary>
    public async Task PrepareAsync(Caller admin)
    {
        await PutAsync(admin, $"people/owner-of-{Name}", Living);
        await PutAsync(admin, "people/dan", Living);
        await PutAsync(admin, "people/dora", Living);
        await PutAsync(admin, $"agents/{Name}", $$"""{"owner":"owner-of-{{Name}}","deputy":"dan","purpose":"trials","autonomy":"high","tolerance":"critical"}""");
        await PutAsync(admin, $"resources/{Name}/1", """{"sensitivity":"low"}""");
        await PutAsync(admin, Entitlement(Name), Rule("allow", Name));
        if (Person.Length > 0)
        {
            await PutAsync(admin, Delegation, Lent);
        }
    }

    public Task<Said> AskAsync(Caller gateway) => gateway.AskAsync(Name, "read", Name, Person);

    public override string ToString() => Name;

    /// <summary>Until it is done: a busy machine may refuse for a while, and done twice it is as wanted.</summary>
    public static async Task PutAsync(Caller admin, string path, string json)
    {
        for (var said = await admin.PutAsync(path, json); !said.IsDone; said = await admin.PutAsync(path, json))
        {
            said.Status.ShouldBe(503, said.ToString());
        }
    }

    private static string Entitlement(string agent) => $"principals/agent/{agent}/entitlements/read";

    private static string Rule(string effect, string type) =>
        $$$"""{"effect":"{{{effect}}}","actions":["read"],"resource":{"type":"{{{type}}}","id":"*"}}""";
}
