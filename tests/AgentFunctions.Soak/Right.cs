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
        await DoneAsync(admin.PutAsync($"people/owner-of-{Name}", Living));
        await DoneAsync(admin.PutAsync("people/dan", Living));
        await DoneAsync(admin.PutAsync("people/dora", Living));
        await DoneAsync(admin.PutAsync($"agents/{Name}", $$"""{"owner":"owner-of-{{Name}}","deputy":"dan","purpose":"trials","autonomy":"high","tolerance":"critical"}"""));
        await DoneAsync(admin.PutAsync($"resources/{Name}/1", """{"sensitivity":"low"}"""));
        await DoneAsync(admin.PutAsync(Entitlement(Name), Rule("allow", Name)));
        if (Person.Length > 0)
        {
            await DoneAsync(admin.PutAsync(Delegation, Lent));
        }
    }

    public Task<Said> AskAsync(Caller gateway) => gateway.AskAsync(Name, "read", Name, Person);

    public override string ToString() => Name;

    /// <summary>Until it is done: a busy machine may refuse for a while.</summary>
    public static async Task<Said> DoneAsync(Task<Said> first)
    {
        var said = await first;
        said.IsDone.ShouldBeTrue(said.ToString());
        return said;
    }

    private static string Entitlement(string agent) => $"principals/agent/{agent}/entitlements/read";

    private static string Rule(string effect, string type) =>
        $$$"""{"effect":"{{{effect}}}","actions":["read"],"resource":{"type":"{{{type}}}","id":"*"}}""";
}
