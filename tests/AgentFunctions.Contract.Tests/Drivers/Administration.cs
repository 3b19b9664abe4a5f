namespace AgentFunctions.Contract.Tests.Drivers;

/// <summary>Creates and changes what decisions depend on, through the API; every refusal fails the test.</summary>
internal sealed class Administration(Wire wire, Tokens tokens)
{
    /// <summary>Two levels above what a test's resources need, so that autonomy stands in nobody's way unless a test says so.</summary>
    public const string Capable = """ "purpose":"contract tests","autonomy":"high","tolerance":"high" """;

    public Task<Answer> PersonAsync(string id, string standing = "living") => PutAsync($"/people/{PathText.Of(id)}", $$"""{"standing":"{{standing}}"}""");

    public Task<Answer> AgentAsync(string id, string owner, string deputy, string rest = Capable) =>
        PutAsync($"/agents/{PathText.Of(id)}", $$"""{"owner":"{{owner}}","deputy":"{{deputy}}",{{rest}}}""");

    public Task<Answer> ResourceAsync(string type, string id, string sensitivity = "low", string properties = "{}") =>
        PutAsync($"/resources/{PathText.Of(type)}/{PathText.Of(id)}", $$"""{"sensitivity":"{{sensitivity}}","properties":{{properties}}}""");

    public Task<Answer> PrincipalAsync(string type, string id, string properties = "{}") =>
        PutAsync($"/principals/{PathText.Of(type)}/{PathText.Of(id)}", $$"""{"properties":{{properties}}}""");

    /// <param name="rest">The entitlement without `effect`.</param>
    public Task<Answer> GrantAsync(string type, string id, string entitlement, string rest, string effect = "allow") =>
        PutAsync($"/principals/{PathText.Of(type)}/{PathText.Of(id)}/entitlements/{PathText.Of(entitlement)}", $$"""{"effect":"{{effect}}",{{rest}}}""");

    public Task<Answer> RevokeAsync(string type, string id, string entitlement) =>
        DeleteAsync($"/principals/{PathText.Of(type)}/{PathText.Of(id)}/entitlements/{PathText.Of(entitlement)}");

    public Task<Answer> DelegateAsync(string person, string agent, string actions, string resourceType) => PutAsync(
        $"/delegations/{PathText.Of(person)}/{PathText.Of(agent)}",
        $$"""{"actions":{{actions}},"resources":[{"type":"{{resourceType}}","id":"*"}],"expires_at":"2099-01-01T00:00:00Z"}""");

    public Task<Answer> WithdrawAsync(string person, string agent) => DeleteAsync($"/delegations/{PathText.Of(person)}/{PathText.Of(agent)}");

    public Task<Answer> GuardrailAsync(string id, string effect, string rest) => PutAsync($"/guardrails/{PathText.Of(id)}", $$"""{"effect":"{{effect}}",{{rest}}}""");

    public Task<Answer> LiftAsync(string guardrail) => DeleteAsync($"/guardrails/{PathText.Of(guardrail)}");

    /// <param name="what">Such as `agents/x/suspend`.</param>
    public async Task<Answer> SwitchAsync(string what) =>
        (await wire.SendAsync(Call.Post($"/{what}", await tokens.AdministratorAsync(), """{"reason":"contract test"}"""))).ShouldBe(200);

    public async Task<Answer> GetAsync(string path) => (await wire.SendAsync(Call.Get(path, await tokens.AdministratorAsync()))).ShouldBe(200);

    /// <summary>Creates it, or replaces whatever is there.</summary>
    public async Task<Answer> PutAsync(string path, string json)
    {
        var call = Call.Put(path, await tokens.AdministratorAsync(), json);
        var answer = await wire.SendAsync(call);
        if (answer.Status == 428) answer = await wire.SendAsync(call.IfMatch("*"));
        answer.Status.ShouldBeOneOf(200, 201);
        return answer;
    }

    private async Task<Answer> DeleteAsync(string path) =>
        (await wire.SendAsync(Call.Delete(path, await tokens.AdministratorAsync()).IfMatch("*"))).ShouldBe(204);
}
