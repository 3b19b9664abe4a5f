using System.Text.Json.Nodes;
using AgentFunctions.Contract.Tests.Deployments;
using AgentFunctions.Contract.Tests.Drivers;

namespace AgentFunctions.Contract.Tests.Authzen;

public sealed class EvaluationTests(Deployment deployment)
{
    private const string Uuid = "^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$";

    [Fact]
    public async Task What_is_granted_is_allowed_and_says_why_and_under_which_policy()
    {
        var company = await Company.FoundAsync(deployment);

        var judged = (await company.AskAsync(company.Question())).Judged.ShouldBe("allow");

        judged.EvaluationId.ShouldMatch(Uuid);
        judged.PolicyVersion.ShouldNotBeEmpty();
        judged.Digest.ShouldMatch("^sha-256:[0-9a-f]{64}$");
        judged.Matched.ShouldBe([company.Entitlement]);
        judged.Context["obligations"].ShouldBeOfType<JsonArray>().ShouldBeEmpty();
        judged.Factors.Keys.ShouldBe(["tenant", "caller", "agent", "owner", "deputy", "delegator", "entitlements", "guardrails", "autonomy"], ignoreOrder: true);
        judged.Factors.Values.ShouldAllBe(effect => effect == "allow");
    }

    [Fact]
    public async Task What_nobody_granted_is_denied()
    {
        var company = await Company.FoundAsync(deployment);

        var judged = (await company.AskAsync(company.Question("delete"))).Judged.ShouldBe("deny", "no_entitlement");

        judged.Matched.ShouldBeEmpty();
        judged.EvaluationId.ShouldMatch(Uuid);
    }

    [Fact]
    public async Task A_challenge_is_no_permission()
    {
        var company = await Company.FoundAsync(deployment);
        await company.GrantAsync("ask-first", """["read"]""", "challenge");

        var judged = (await company.AskAsync(company.Question())).Judged.ShouldBe("challenge", "entitlement_challenge");

        judged.Matched.ShouldBe([company.Entitlement, "ask-first"], ignoreOrder: true);
    }

    [Fact]
    public async Task Deny_overrides_challenge_and_allow()
    {
        var company = await Company.FoundAsync(deployment);
        await company.GrantAsync("ask-first", """["read"]""", "challenge");
        await company.GrantAsync("never", """["read"]""", "deny");

        (await company.AskAsync(company.Question())).Judged.ShouldBe("deny", "entitlement_challenge", "entitlement_deny");
    }

    [Fact]
    public async Task A_reason_names_the_factor_the_effect_and_whom_it_is_about()
    {
        var company = await Company.FoundAsync(deployment);

        var judged = (await company.AskAsync(company.Question("delete"))).Judged;

        var reason = judged.Context["reasons"].ShouldBeOfType<JsonArray>().ShouldHaveSingleItem().ShouldNotBeNull();
        reason["factor"].ShouldNotBeNull().GetValue<string>().ShouldBe("entitlements");
        reason["effect"].ShouldNotBeNull().GetValue<string>().ShouldBe("deny");
        reason["about"].ShouldNotBeNull()["type"].ShouldNotBeNull().GetValue<string>().ShouldBe("agent");
        reason["about"].ShouldNotBeNull()["id"].ShouldNotBeNull().GetValue<string>().ShouldBe(company.Agent);
    }

    [Fact]
    public async Task Obligations_of_what_matched_come_with_the_answer()
    {
        var company = await Company.FoundAsync(deployment);
        await company.GrantAsync("masked", """["read"]""", more: ""","obligations":[{"id":"mask","type":"redact","properties":{"fields":["iban"]}}]""");

        var judged = (await company.AskAsync(company.Question())).Judged.ShouldBe("allow");

        var obligation = judged.Context["obligations"].ShouldBeOfType<JsonArray>().ShouldHaveSingleItem().ShouldNotBeNull();
        obligation["id"].ShouldNotBeNull().GetValue<string>().ShouldBe("mask");
        obligation["type"].ShouldNotBeNull().GetValue<string>().ShouldBe("redact");
        obligation["properties"].ShouldNotBeNull().ToJsonString().ShouldBe("""{"fields":["iban"]}""");
    }

    [Fact]
    public async Task Unknown_members_are_ignored_everywhere()
    {
        var company = await Company.FoundAsync(deployment);
        var question = company.Question();
        question["unknown"] = 1;
        question["subject"]!["unknown"] = new JsonObject { ["a"] = new JsonArray(1, null) };
        question["action"]!["unknown"] = true;
        question["resource"]!["unknown"] = "text";
        question["evaluations_semantic"] = "none";

        (await company.AskAsync(question)).Judged.ShouldBe("allow");
    }

    [Theory]
    [InlineData("id-of-the-caller", "id-of-the-caller")]
    [InlineData("with spaces and ~!@#$%^&*()", "with spaces and ~!@#$%^&*()")]
    public async Task The_request_id_is_echoed(string sent, string expected)
    {
        var company = await Company.FoundAsync(deployment);

        var answer = await deployment.Wire.SendAsync(
            Call.Evaluation(await deployment.Tokens.GatewayAsync(), company.Question()).With("X-Request-ID", sent));

        answer.ShouldBe(200).Header("X-Request-ID").ShouldBe(expected);
    }

    [Fact]
    public async Task A_request_id_that_is_too_long_is_replaced()
    {
        var company = await Company.FoundAsync(deployment);
        var sent = new string('x', 129);

        var answer = await deployment.Wire.SendAsync(Call.Evaluation(await deployment.Tokens.GatewayAsync(), company.Question()).With("X-Request-ID", sent));

        Guid.TryParse(answer.ShouldBe(200).Header("X-Request-ID"), out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Answers_are_json_that_nobody_caches_or_sniffs()
    {
        var company = await Company.FoundAsync(deployment);

        var answer = await company.AskAsync(company.Question());

        answer.Header("Content-Type").ShouldBe("application/json");
        answer.Header("Cache-Control").ShouldBe("no-store");
        answer.Header("X-Content-Type-Options").ShouldBe("nosniff");
    }

    [Fact]
    public async Task Without_a_token_nothing_is_decided()
    {
        var answer = await deployment.Wire.SendAsync(Call.Evaluation(null, new JsonObject()));

        answer.ShouldBeProblem(401, "token_missing").Header("WWW-Authenticate").ShouldStartWith("Bearer");
    }

    [Fact]
    public async Task A_request_that_is_not_understood_is_refused_by_place()
    {
        var answer = await deployment.Wire.SendAsync(
            Call.Post("/access/v1/evaluation", await deployment.Tokens.GatewayAsync(), """{"subject":{"type":"user","id":"x"},"resource":{"type":"a","id":"b"}}"""));

        answer.ShouldBeProblem(400, "invalid_request").Json["detail"]!.GetValue<string>().ShouldContain("/action");
    }

    [Fact]
    public async Task Who_may_not_ask_for_people_is_told_the_role()
    {
        var answer = await deployment.Wire.SendAsync(Call.Post(
            "/access/v1/evaluation",
            await deployment.Tokens.GatewayAsync(),
            """{"subject":{"type":"user","id":"x"},"action":{"name":"read"},"resource":{"type":"a","id":"b"}}"""));

        answer.ShouldBeProblem(403, "role_missing").Json["detail"]!.GetValue<string>().ShouldContain("Decisions.AskForPeople");
    }
}
