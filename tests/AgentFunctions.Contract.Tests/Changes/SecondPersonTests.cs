using AgentFunctions.Contract.Tests.Deployments;
using AgentFunctions.Contract.Tests.Drivers;

namespace AgentFunctions.Contract.Tests.Changes;

/// <summary>Nobody widens alone what they answer for; narrowing needs nobody's leave.</summary>
public sealed class SecondPersonTests(Deployment deployment)
{
    [Fact]
    public async Task An_owner_grants_nothing_to_their_agent()
    {
        var company = await Company.FoundAsync(deployment);

        (await GrantAsync(company, company.Owner, "agent", company.Agent)).ShouldBeProblem(403, "second_person_required");
        (await company.AskAsync(company.Question("write"))).Judged.ShouldBe("deny", "no_entitlement");
    }

    [Fact]
    public async Task A_deputy_grants_nothing_to_the_agent()
    {
        var company = await Company.FoundAsync(deployment);

        (await GrantAsync(company, company.Deputy, "agent", company.Agent)).ShouldBeProblem(403, "second_person_required");
    }

    [Fact]
    public async Task Somebody_else_grants()
    {
        var company = await Company.FoundAsync(deployment);

        (await GrantAsync(company, company.Delegator, "agent", company.Agent)).ShouldBe(201);
    }

    [Fact]
    public async Task Nobody_grants_to_themselves()
    {
        var company = await Company.FoundAsync(deployment);
        await deployment.Administration.PrincipalAsync("user", company.Owner);

        (await GrantAsync(company, company.Owner, "user", company.Owner)).ShouldBeProblem(403, "second_person_required");
    }

    [Fact]
    public async Task Nobody_grants_to_themselves_under_the_other_name_of_people()
    {
        var company = await Company.FoundAsync(deployment);
        await deployment.Administration.PrincipalAsync("identity", company.Owner);

        (await GrantAsync(company, company.Owner, "identity", company.Owner)).ShouldBeProblem(403, "second_person_required");
    }

    [Fact]
    public async Task An_owner_takes_an_entitlement_from_their_agent()
    {
        var company = await Company.FoundAsync(deployment);
        var token = await OfAsync(company.Owner);

        var call = Call.Delete($"/principals/agent/{company.Agent}/entitlements/{company.Entitlement}", token).IfMatch("*");

        (await deployment.Wire.SendAsync(call)).ShouldBe(204);
    }

    [Fact]
    public async Task An_owner_lifts_no_denial_of_their_agent()
    {
        var company = await Company.FoundAsync(deployment);
        await company.GrantAsync("never", """["read"]""", "deny");
        var token = await OfAsync(company.Owner);

        var call = Call.Delete($"/principals/agent/{company.Agent}/entitlements/never", token).IfMatch("*");

        (await deployment.Wire.SendAsync(call)).ShouldBeProblem(403, "second_person_required");
    }

    [Theory]
    [InlineData("high", "low", 200)]
    [InlineData("low", "high", 403)]
    public async Task An_owner_lowers_the_autonomy_of_their_agent_and_does_not_raise_it(string from, string to, int status)
    {
        var company = await Company.FoundAsync(deployment);
        await company.HireAsync(company.Agent, $""" "purpose":"contract tests","autonomy":"{from}","tolerance":"high" """);

        var answer = await deployment.Wire.SendAsync(Call.Put(
            $"/agents/{company.Agent}",
            await OfAsync(company.Owner),
            $$"""{"owner":"{{company.Owner}}","deputy":"{{company.Deputy}}","purpose":"contract tests","autonomy":"{{to}}","tolerance":"high"}""").IfMatch("*"));

        answer.ShouldBe(status);
    }

    [Fact]
    public async Task An_owner_suspends_their_agent_and_does_not_resume_it()
    {
        var company = await Company.FoundAsync(deployment);
        var token = await OfAsync(company.Owner);

        (await deployment.Wire.SendAsync(Call.Post($"/agents/{company.Agent}/suspend", token, """{"reason":"stop"}"""))).ShouldBe(200);
        (await deployment.Wire.SendAsync(Call.Post($"/agents/{company.Agent}/resume", token, """{"reason":"go"}"""))).ShouldBeProblem(403, "second_person_required");
    }

    [Fact]
    public async Task An_owner_does_not_hand_their_agent_to_escape_the_rule_in_one_change()
    {
        var company = await Company.FoundAsync(deployment);
        await company.HireAsync(company.Agent, """ "purpose":"contract tests","autonomy":"low","tolerance":"high" """);

        var answer = await deployment.Wire.SendAsync(Call.Put(
            $"/agents/{company.Agent}",
            await OfAsync(company.Owner),
            $$"""{"owner":"{{company.Delegator}}","purpose":"contract tests","autonomy":"high","tolerance":"high"}""").IfMatch("*"));

        answer.ShouldBeProblem(403, "second_person_required");
    }

    [Fact]
    public async Task A_person_lends_what_is_theirs_and_nobody_elses()
    {
        var company = await Company.FoundAsync(deployment);
        const string loan = """{"actions":["*"],"resources":[{"type":"*","id":"*"}],"expires_at":"2099-01-01T00:00:00Z"}""";
        var own = await deployment.Tokens.OfAsync("contract-portal", company.Owner);

        (await deployment.Wire.SendAsync(Call.Put($"/delegations/{company.Owner}/{company.Agent}", own, loan))).ShouldBe(201);
        (await deployment.Wire.SendAsync(Call.Put($"/delegations/{company.Deputy}/{company.Agent}", own, loan))).ShouldBeProblem(403, "role_missing");
    }

    [Fact]
    public async Task An_agent_lends_itself_nothing_of_its_user()
    {
        var company = await Company.FoundAsync(deployment);
        const string loan = """{"actions":["*"],"resources":[{"type":"*","id":"*"}],"expires_at":"2099-01-01T00:00:00Z"}""";
        var token = await deployment.Tokens.OfAsync(company.Agent, company.Delegator);

        var answer = await deployment.Wire.SendAsync(Call.Put($"/delegations/{company.Delegator}/{company.Agent}", token, loan).IfMatch("*"));

        answer.ShouldBeProblem(403, "agent_not_accepted");
    }

    private async Task<string> OfAsync(string person) => await deployment.Tokens.OfAsync("contract-portal", person, Tokens.AllOfAdministration);

    private async Task<Answer> GrantAsync(Company company, string by, string type, string id) => await deployment.Wire.SendAsync(Call.Put(
        $"/principals/{type}/{id}/entitlements/more",
        await OfAsync(by),
        $$"""{"effect":"allow","actions":["write"],"resource":{"type":"{{company.Type}}","id":"*"} }"""));
}
