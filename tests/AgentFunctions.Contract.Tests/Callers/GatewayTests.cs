using System.Text.Json.Nodes;
using AgentFunctions.Contract.Tests.Deployments;
using AgentFunctions.Contract.Tests.Drivers;

namespace AgentFunctions.Contract.Tests.Callers;

/// <summary>A gateway asks for others: it names who acts, for whom, and by which route.</summary>
public sealed class GatewayTests(Deployment deployment)
{
    [Fact]
    public async Task The_agent_in_context_is_the_actor()
    {
        var company = await Company.FoundAsync(deployment);
        var question = company.Ask(new JsonObject { ["type"] = "user", ["id"] = company.Delegator });
        question["context"] = new JsonObject { ["agent"] = company.Agent };

        (await company.AskAsync(question)).Judged.ShouldBe("allow");
    }

    [Fact]
    public async Task An_agent_in_context_that_contradicts_act_is_refused()
    {
        var company = await Company.FoundAsync(deployment);
        var question = company.Question();
        question["context"] = new JsonObject { ["agent"] = Unique.Name("agent") };

        (await company.AskAsync(question)).ShouldBeProblem(400, "invalid_request");
    }

    [Fact]
    public async Task Every_agent_of_a_chain_must_be_in_order()
    {
        var company = await Company.FoundAsync(deployment);
        var far = Unique.Name("agent");
        var question = company.Question();
        question["subject"]!["properties"]!["act"]!["act"] = new JsonObject { ["sub"] = far };

        (await company.AskAsync(question)).Judged.ShouldBe("deny", "agent_unknown", "delegation_missing");

        await company.HireAsync(far);
        await deployment.Administration.DelegateAsync(company.Delegator, far, """["read"]""", company.Type);
        (await company.AskAsync(question)).Judged.ShouldBe("allow");

        await deployment.Administration.SwitchAsync($"agents/{far}/suspend");
        (await company.AskAsync(question)).Judged.ShouldBe("deny", "agent_suspended");
    }

    [Fact]
    public async Task What_the_farthest_agent_was_not_lent_is_denied()
    {
        var company = await Company.FoundAsync(deployment);
        await deployment.Administration.DelegateAsync(company.Delegator, company.Agent, """["write"]""", company.Type);

        (await company.AskAsync(company.Question())).Judged.ShouldBe("deny", "delegation_out_of_scope");
    }

    [Fact]
    public async Task A_delegator_without_standing_is_denied()
    {
        var company = await Company.FoundAsync(deployment);
        var question = company.Question();
        question["subject"]!["id"] = Unique.Name("nobody");

        (await company.AskAsync(question)).Judged.ShouldBe("deny", "delegator_unknown", "delegation_missing");
    }

    [Fact]
    public async Task A_request_without_an_agent_needs_its_own_role()
    {
        var company = await Company.FoundAsync(deployment);
        var question = company.Ask(new JsonObject { ["type"] = "user", ["id"] = company.Delegator });
        await deployment.Administration.PrincipalAsync("user", company.Delegator);
        await deployment.Administration.GrantAsync("user", company.Delegator, "read", $$""" "actions":["read"],"resource":{"type":"{{company.Type}}","id":"*"} """);

        (await company.AskAsync(question)).ShouldBeProblem(403, "role_missing");
        (await deployment.Wire.SendAsync(Call.Evaluation(await deployment.Tokens.ApplicationAsync(), question))).Judged.ShouldBe("allow");
    }

    [Fact]
    public async Task An_allow_that_asks_for_a_route_sees_only_verified_hops()
    {
        var company = await Company.FoundAsync(deployment);
        await company.GrantAsync("by-route", """["write"]""", more: ""","condition":{"contains":[{"path":"context.route"},"mcp-files"]}""");
        var question = company.OwnQuestion("write");
        question["context"] = new JsonObject { ["route"] = new JsonArray("mcp-files") };

        (await company.AskAsync(question)).Judged.ShouldBe("allow");
        (await company.AskAsAgentAsync(question)).Judged.ShouldBe("deny", "no_entitlement");
    }

    [Fact]
    public async Task A_deny_that_asks_for_a_route_sees_claimed_hops_too()
    {
        var company = await Company.FoundAsync(deployment);
        await company.GrantAsync("not-by-route", """["read"]""", "deny", ""","condition":{"contains":[{"path":"context.route"},"mcp-files"]}""");
        var question = company.OwnQuestion();
        question["context"] = new JsonObject { ["route"] = new JsonArray("mcp-files") };

        (await company.AskAsAgentAsync(question)).Judged.ShouldBe("deny", "entitlement_deny");
    }

    [Fact]
    public async Task Registered_properties_win_over_claimed_ones()
    {
        var company = await Company.FoundAsync(deployment);
        await deployment.Administration.ResourceAsync(company.Type, company.Resource, properties: """{"status":"closed"}""");
        await company.GrantAsync("open", """["write"]""", more: ""","condition":{"eq":[{"path":"resource.properties.status"},"open"]}""");
        var question = company.Question("write");
        question["resource"]!["properties"] = new JsonObject { ["status"] = "open" };

        (await company.AskAsync(question)).Judged.ShouldBe("deny", "no_entitlement");
    }

    [Fact]
    public async Task Registered_properties_of_the_subject_win_over_claimed_ones()
    {
        var company = await Company.FoundAsync(deployment);
        await deployment.Administration.PrincipalAsync("user", company.Delegator, """{"role":"clerk"}""");
        await company.GrantAsync("chief", """["write"]""", more: ""","condition":{"eq":[{"path":"subject.properties.role"},"chief"]}""");
        var question = company.Question("write");
        question["subject"]!["properties"]!["role"] = "chief";

        (await company.AskAsync(question)).Judged.ShouldBe("deny", "no_entitlement");
    }

    [Fact]
    public async Task A_resource_that_nobody_registered_is_highly_sensitive_to_agents()
    {
        var company = await Company.FoundAsync(deployment);
        await company.HireAsync(company.Agent, """ "purpose":"contract tests","autonomy":"medium","tolerance":"critical" """);
        var question = company.Question();
        question["resource"]!["id"] = "unregistered";

        (await company.AskAsync(question)).Judged.ShouldBe("challenge", "autonomy_exceeded");
    }
}
