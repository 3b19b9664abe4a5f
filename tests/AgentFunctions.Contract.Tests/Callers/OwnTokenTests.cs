using System.Text.Json.Nodes;
using AgentFunctions.Contract.Tests.Deployments;
using AgentFunctions.Contract.Tests.Drivers;

namespace AgentFunctions.Contract.Tests.Callers;

/// <summary>An agent asks with its own token: it is the nearest actor, whatever the body says.</summary>
public sealed class OwnTokenTests(Deployment deployment)
{
    [Fact]
    public async Task An_agent_that_names_nobody_is_the_actor()
    {
        var company = await Company.FoundAsync(deployment);

        var judged = (await company.AskAsAgentAsync(company.Ask(Person(company.Delegator)), company.Delegator)).Judged.ShouldBe("allow");

        (await RecordedAsync(judged))["actors"]!.ToJsonString().ShouldBe($"""["{company.Agent}"]""");
    }

    [Fact]
    public async Task An_agent_asks_for_itself()
    {
        var company = await Company.FoundAsync(deployment);

        (await company.AskAsAgentAsync(company.OwnQuestion())).Judged.ShouldBe("allow");
    }

    [Fact]
    public async Task Another_actor_than_the_caller_is_refused()
    {
        var company = await Company.FoundAsync(deployment);
        var other = Unique.Name("agent");

        var answer = await deployment.Wire.SendAsync(Call.Evaluation(await deployment.Tokens.OfAsync(other, company.Delegator), company.Question()));

        answer.ShouldBeProblem(403, "actor_not_caller");
    }

    [Fact]
    public async Task Another_agent_in_context_than_the_caller_is_refused()
    {
        var company = await Company.FoundAsync(deployment);
        var question = company.Ask(Person(company.Delegator));
        question["context"] = new JsonObject { ["agent"] = Unique.Name("agent") };

        (await company.AskAsAgentAsync(question, company.Delegator)).ShouldBeProblem(403, "actor_not_caller");
    }

    [Fact]
    public async Task A_delegated_token_verifies_the_delegator()
    {
        var company = await Company.FoundAsync(deployment);

        (await company.AskAsAgentAsync(company.Question(), company.Delegator)).Judged.ShouldBe("allow");
    }

    [Fact]
    public async Task A_delegator_whom_only_the_agent_names_is_asserted()
    {
        var company = await Company.FoundAsync(deployment);

        (await company.AskAsAgentAsync(company.Question())).Judged.ShouldBe("challenge", "delegator_asserted");
    }

    [Fact]
    public async Task Another_delegator_than_the_tokens_is_asserted()
    {
        var company = await Company.FoundAsync(deployment);

        (await company.AskAsAgentAsync(company.Question(), company.Owner)).Judged.ShouldBe("challenge", "delegator_asserted");
    }

    [Fact]
    public async Task A_token_for_one_agent_does_not_verify_the_delegator_of_a_chain()
    {
        var company = await Company.FoundAsync(deployment);
        var question = company.Question();
        var far = Unique.Name("agent");
        await company.HireAsync(far);
        await deployment.Administration.DelegateAsync(company.Delegator, far, """["read"]""", company.Type);
        question["subject"]!["properties"]!["act"]!["act"] = new JsonObject { ["sub"] = far };

        (await company.AskAsAgentAsync(question, company.Delegator)).Judged.ShouldBe("challenge", "delegator_asserted");
    }

    [Fact]
    public async Task An_agent_with_a_persons_token_acts_for_that_person_even_where_it_names_itself()
    {
        var company = await Company.FoundAsync(deployment);
        await deployment.Administration.WithdrawAsync(company.Delegator, company.Agent);

        (await company.AskAsAgentAsync(company.OwnQuestion(), company.Delegator)).Judged.ShouldBe("deny", "delegation_missing");
    }

    [Fact]
    public async Task Who_is_no_registered_agent_is_denied()
    {
        var company = await Company.FoundAsync(deployment);
        var stranger = Unique.Name("agent");

        var answer = await deployment.Wire.SendAsync(Call.Evaluation(
            await deployment.Tokens.OfAsync(stranger), company.Ask(new JsonObject { ["type"] = "agent", ["id"] = stranger })));

        answer.Judged.ShouldBe("deny", "agent_unknown", "no_entitlement");
    }

    private static JsonObject Person(string id) => new() { ["type"] = "user", ["id"] = id };

    private async Task<JsonNode> RecordedAsync(JudgedAnswer judged) =>
        (await deployment.Administration.GetAsync($"/ledger/{judged.EvaluationId}")).Json["body"]!["request"]!;
}
