using System.Text.Json.Nodes;
using AgentFunctions.Contract.Tests.Deployments;
using AgentFunctions.Contract.Tests.Drivers;

namespace AgentFunctions.Contract.Tests.Authzen;

public sealed class EvaluationsTests(Deployment deployment)
{
    private const string Denied = "delete";
    private const string Allowed = "read";

    [Fact]
    public async Task All_are_executed_in_their_order_when_nothing_else_is_said()
    {
        var company = await Company.FoundAsync(deployment);

        var answers = await SeveralAsync(Batch(company, null, Denied, Allowed, Denied));

        answers.Select(answer => answer.Decision).ShouldBe([false, true, false]);
        answers.Select(answer => answer.EvaluationId).ShouldBeUnique();
    }

    [Theory]
    [InlineData("execute_all", "allow,deny,allow")]
    [InlineData("deny_on_first_deny", "allow,deny")]
    [InlineData("permit_on_first_permit", "allow")]
    public async Task A_semantic_says_where_it_ends(string semantic, string expected)
    {
        var company = await Company.FoundAsync(deployment);

        var answers = await SeveralAsync(Batch(company, semantic, Allowed, Denied, Allowed));

        answers.Select(answer => answer.Outcome).ShouldBe(expected.Split(','));
    }

    [Fact]
    public async Task A_challenge_ends_a_batch_that_ends_at_the_first_deny()
    {
        var company = await Company.FoundAsync(deployment);
        await company.GrantAsync("ask-first", $"""["{Denied}"]""", "challenge");

        var answers = await SeveralAsync(Batch(company, "deny_on_first_deny", Denied, Allowed));

        answers.ShouldHaveSingleItem().ShouldBe("challenge", "entitlement_challenge");
    }

    [Fact]
    public async Task What_an_evaluation_leaves_out_comes_from_the_request_and_what_it_names_replaces_it_whole()
    {
        var company = await Company.FoundAsync(deployment);
        await company.GrantAsync("urgent", """["write"]""", more: ""","condition":{"eq":[{"path":"context.urgent"},true]}""");
        var batch = company.Question("write");
        batch["context"] = new JsonObject { ["urgent"] = true };
        batch["evaluations"] = new JsonArray(
            new JsonObject(),
            new JsonObject { ["context"] = new JsonObject() },
            new JsonObject { ["action"] = new JsonObject { ["name"] = Allowed } });

        var answers = await SeveralAsync(batch);

        answers.Select(answer => answer.Outcome).ShouldBe(["allow", "deny", "allow"]);
    }

    [Fact]
    public async Task An_empty_list_is_one_evaluation()
    {
        var company = await Company.FoundAsync(deployment);
        var batch = company.Question();
        batch["evaluations"] = new JsonArray();

        (await SendAsync(batch)).Judged.ShouldBe("allow");
    }

    [Fact]
    public async Task No_list_is_one_evaluation()
    {
        var company = await Company.FoundAsync(deployment);

        (await SendAsync(company.Question())).Judged.ShouldBe("allow");
    }

    [Fact]
    public async Task One_that_is_not_understood_is_a_deny_with_its_error_and_leaves_the_others_alone()
    {
        var company = await Company.FoundAsync(deployment);
        var batch = Batch(company, null, Allowed, Allowed);
        batch["evaluations"]![0]!["resource"] = new JsonObject { ["type"] = company.Type };

        var answers = await SeveralAsync(batch);

        answers[0].Decision.ShouldBeFalse();
        answers[0].Outcome.ShouldBe("deny");
        answers[0].Context["error"]!["status"]!.GetValue<int>().ShouldBe(400);
        answers[0].Context["error"]!["code"]!.GetValue<string>().ShouldBe("invalid_request");
        answers[1].ShouldBe("allow");
    }

    [Fact]
    public async Task One_that_the_caller_may_not_ask_is_a_deny_with_its_error()
    {
        var company = await Company.FoundAsync(deployment);
        var batch = Batch(company, null, Allowed, Allowed);
        batch["evaluations"]![1]!["subject"] = new JsonObject { ["type"] = "user", ["id"] = company.Delegator };

        var answers = await SeveralAsync(batch);

        answers[0].ShouldBe("allow");
        answers[1].Decision.ShouldBeFalse();
        answers[1].Context["error"]!["status"]!.GetValue<int>().ShouldBe(403);
    }

    [Fact]
    public async Task A_hundred_are_answered_and_one_more_is_refused()
    {
        var company = await Company.FoundAsync(deployment);

        (await SeveralAsync(Batch(company, null, [.. Enumerable.Repeat(Denied, 100)]))).Count.ShouldBe(100);
        (await SendAsync(Batch(company, null, [.. Enumerable.Repeat(Denied, 101)]))).ShouldBeProblem(400, "invalid_request");
    }

    [Fact]
    public async Task Each_one_has_its_own_entry()
    {
        var company = await Company.FoundAsync(deployment);

        var answers = await SeveralAsync(Batch(company, null, Allowed, Denied));

        foreach (var answer in answers)
        {
            var entry = await deployment.Administration.GetAsync($"/ledger/{answer.EvaluationId}");
            entry.Json["body"]!["result"]!["outcome"]!.GetValue<string>().ShouldBe(answer.Outcome);
        }
    }

    private static JsonObject Batch(Company company, string? semantic, params string[] actions)
    {
        var batch = company.Question();
        batch.Remove("action");
        batch["evaluations"] = new JsonArray([.. actions.Select(action => new JsonObject { ["action"] = new JsonObject { ["name"] = action } })]);
        if (semantic is not null) batch["options"] = new JsonObject { ["evaluations_semantic"] = semantic };
        return batch;
    }

    private async Task<Answer> SendAsync(JsonNode batch) => await deployment.Wire.SendAsync(Call.Evaluations(await deployment.Tokens.GatewayAsync(), batch));

    private async Task<IReadOnlyList<JudgedAnswer>> SeveralAsync(JsonNode batch) => (await SendAsync(batch)).Several;
}
