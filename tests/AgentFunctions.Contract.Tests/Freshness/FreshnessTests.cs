using AgentFunctions.Contract.Tests.Deployments;
using AgentFunctions.Contract.Tests.Drivers;

namespace AgentFunctions.Contract.Tests.Freshness;

/// <summary>What is taken away is seen by the very next decision.</summary>
public sealed class FreshnessTests(Deployment deployment)
{
    [Fact]
    public async Task A_suspended_agent_is_denied_at_once_and_a_resumed_one_allowed()
    {
        var company = await AllowedAsync();

        await deployment.Administration.SwitchAsync($"agents/{company.Agent}/suspend");
        (await company.AskAsync(company.Question())).Judged.ShouldBe("deny", "agent_suspended");

        await deployment.Administration.SwitchAsync($"agents/{company.Agent}/resume");
        (await company.AskAsync(company.Question())).Judged.ShouldBe("allow");
    }

    [Fact]
    public async Task An_agent_whose_owner_left_is_denied_at_once()
    {
        var company = await AllowedAsync();

        await deployment.Administration.PersonAsync(company.Owner, "left");

        (await company.AskAsync(company.Question())).Judged.ShouldBe("deny", "owner_left");
    }

    [Fact]
    public async Task An_agent_whose_deputy_left_goes_on_with_less_autonomy_at_once()
    {
        var company = await AllowedAsync();
        await company.HireAsync(company.Agent, """ "purpose":"contract tests","autonomy":"low","tolerance":"high" """);
        (await company.AskAsync(company.Question())).Judged.ShouldBe("allow");

        await deployment.Administration.PersonAsync(company.Deputy, "left");

        (await company.AskAsync(company.Question())).Judged.ShouldBe("challenge", "deputy_missing", "autonomy_exceeded");
    }

    [Fact]
    public async Task A_delegator_who_left_is_denied_at_once()
    {
        var company = await AllowedAsync();

        await deployment.Administration.PersonAsync(company.Delegator, "left");

        (await company.AskAsync(company.Question())).Judged.ShouldBe("deny", "delegator_left");
    }

    [Fact]
    public async Task A_deleted_entitlement_allows_nothing_more()
    {
        var company = await AllowedAsync();

        await deployment.Administration.RevokeAsync("agent", company.Agent, company.Entitlement);

        (await company.AskAsync(company.Question())).Judged.ShouldBe("deny", "no_entitlement");
    }

    [Fact]
    public async Task A_narrowed_entitlement_allows_no_more_than_it_says()
    {
        var company = await AllowedAsync();

        await company.GrantAsync(company.Entitlement, """["list"]""");

        (await company.AskAsync(company.Question())).Judged.ShouldBe("deny", "no_entitlement");
        (await company.AskAsync(company.Question("list"))).Judged.ShouldBe("allow");
    }

    [Fact]
    public async Task A_withdrawn_delegation_lends_nothing_more()
    {
        var company = await AllowedAsync();

        await deployment.Administration.WithdrawAsync(company.Delegator, company.Agent);

        (await company.AskAsync(company.Question())).Judged.ShouldBe("deny", "delegation_missing");
    }

    [Fact]
    public async Task A_guardrail_holds_at_once_and_lets_go_at_once()
    {
        var company = await AllowedAsync();
        var guardrail = Unique.Name("guardrail");

        await deployment.Administration.GuardrailAsync(guardrail, "deny", $$""" "actions":["read"],"resource":{"type":"{{company.Type}}","id":"*"} """);
        var judged = (await company.AskAsync(company.Question())).Judged.ShouldBe("deny", "guardrail_deny");
        judged.Matched.ShouldContain(guardrail);

        await deployment.Administration.LiftAsync(guardrail);
        (await company.AskAsync(company.Question())).Judged.ShouldBe("allow");
    }

    [Fact]
    public async Task A_resource_that_became_more_sensitive_is_challenged_at_once()
    {
        var company = await AllowedAsync();

        await deployment.Administration.ResourceAsync(company.Type, company.Resource, "critical");

        (await company.AskAsync(company.Question())).Judged.ShouldBe("challenge", "autonomy_exceeded", "tolerance_exceeded");
    }

    private async Task<Company> AllowedAsync()
    {
        var company = await Company.FoundAsync(deployment);
        (await company.AskAsync(company.Question())).Judged.ShouldBe("allow");
        return company;
    }
}
