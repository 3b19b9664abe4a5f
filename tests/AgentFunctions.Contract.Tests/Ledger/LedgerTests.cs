using System.Globalization;
using System.Text.Json.Nodes;
using AgentFunctions.Contract.Tests.Deployments;
using AgentFunctions.Contract.Tests.Drivers;

namespace AgentFunctions.Contract.Tests.Ledger;

public sealed class LedgerTests(Deployment deployment)
{
    [Fact]
    public async Task A_decision_is_there_under_its_id_with_who_asked_what_and_what_came_of_it()
    {
        var company = await Company.FoundAsync(deployment);
        var judged = (await company.AskAsync(company.Question())).Judged.ShouldBe("allow");

        var entry = (await deployment.Administration.GetAsync($"/ledger/{judged.EvaluationId}")).Json;

        entry["id"]!.GetValue<string>().ShouldBe(judged.EvaluationId);
        entry["kind"]!.GetValue<string>().ShouldBe("decision");
        entry["applied"].ShouldBeNull();
        var body = entry["body"]!;
        body["caller"]!["client"]!.GetValue<string>().ShouldBe("contract-gateway");
        body["digest"]!.GetValue<string>().ShouldBe(judged.Digest);
        body["policy_version"]!.GetValue<string>().ShouldBe(judged.PolicyVersion);
        body["request"]!["actors"]!.ToJsonString().ShouldBe($"""["{company.Agent}"]""");
        body["request"]!["delegator"]!.GetValue<string>().ShouldBe("verified");
        body["request"]!["action"]!["name"]!.GetValue<string>().ShouldBe("read");
        body["result"]!["outcome"]!.GetValue<string>().ShouldBe("allow");
        body["facts"]!["actors"]![0]!["owner"]!["id"]!.GetValue<string>().ShouldBe(company.Owner);
    }

    [Fact]
    public async Task Arguments_are_kept_as_a_digest_only()
    {
        var company = await Company.FoundAsync(deployment);
        var question = company.Question();
        question["action"]!["properties"] = new JsonObject { ["arguments"] = new JsonObject { ["iban"] = "DE02120300000000202051" } };

        var judged = (await company.AskAsync(question)).Judged;

        (await deployment.Administration.GetAsync($"/ledger/{judged.EvaluationId}")).Text.ShouldNotContain("DE02120300000000202051");
    }

    [Fact]
    public async Task The_value_that_a_condition_read_is_kept()
    {
        var company = await Company.FoundAsync(deployment);
        await company.GrantAsync("small", """["pay"]""", more: ""","condition":{"le":[{"path":"action.properties.arguments.amount"},100]}""");
        var question = company.Question("pay");
        question["action"]!["properties"] = new JsonObject { ["arguments"] = new JsonObject { ["amount"] = 17.5 } };

        var judged = (await company.AskAsync(question)).Judged.ShouldBe("allow");

        var body = (await deployment.Administration.GetAsync($"/ledger/{judged.EvaluationId}")).Json["body"]!;
        body["read"]!.AsArray().ShouldContain(read => read!["value"]!.ToJsonString() == "17.5");
    }

    [Fact]
    public async Task A_decision_is_in_its_streams_page_chained_to_the_one_before()
    {
        var company = await Company.FoundAsync(deployment);
        var judged = (await company.AskAsync(company.Question())).Judged;
        var entry = (await deployment.Administration.GetAsync($"/ledger/{judged.EvaluationId}")).Json;
        var (stream, sequence) = (entry["stream"]!.GetValue<long>(), entry["sequence"]!.GetValue<long>());

        var page = (await deployment.Administration.GetAsync($"/ledger/streams/{stream}?after={sequence - 2}&limit=2")).Json;

        var entries = page["entries"]!.AsArray();
        entries.Count.ShouldBe(2);
        entries[1]!["hash"]!.GetValue<string>().ShouldBe(entry["hash"]!.GetValue<string>());
        entries[1]!["previous"]!.GetValue<string>().ShouldBe(entries[0]!["hash"]!.GetValue<string>());
        page["sequence"]!.GetValue<long>().ShouldBeGreaterThanOrEqualTo(sequence);
    }

    [Fact]
    public async Task Pages_of_a_stream_go_on_where_the_last_one_ended()
    {
        var company = await Company.FoundAsync(deployment);
        var judged = (await company.AskAsync(company.Question())).Judged;
        var stream = (await deployment.Administration.GetAsync($"/ledger/{judged.EvaluationId}")).Json["stream"]!.GetValue<long>();

        var first = (await deployment.Administration.GetAsync($"/ledger/streams/{stream}?limit=2")).Json;
        var second = (await deployment.Administration.GetAsync($"/ledger/streams/{stream}?limit=2&after={first["next"]!.GetValue<long>().ToString(CultureInfo.InvariantCulture)}")).Json;

        second["entries"]![0]!["previous"]!.GetValue<string>().ShouldBe(first["entries"]![1]!["hash"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_was_recorded_verifies()
    {
        var company = await Company.FoundAsync(deployment);
        await company.AskAsync(company.Question());

        string? next = "/ledger/verification";
        for (JsonObject report; next is not null; next = report["next"]?.GetValue<string>())
        {
            report = (await deployment.Administration.GetAsync(next)).Json;
            report["outcome"]!.GetValue<string>().ShouldBe("intact", report.ToJsonString());
            report["break"].ShouldBeNull();
        }
    }

    [Fact]
    public async Task An_id_that_was_never_given_is_not_found()
    {
        var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

        var answer = await deployment.Wire.SendAsync(Call.Get($"/ledger/{id}", await deployment.Tokens.AdministratorAsync()));

        answer.ShouldBeProblem(404, "not_found");
    }

    [Theory]
    [InlineData("/ledger/streams/1?limit=0")]
    [InlineData("/ledger/streams/1?limit=1001")]
    [InlineData("/ledger/streams/1?after=-1")]
    [InlineData("/ledger/streams/1?after=x")]
    [InlineData("/ledger/streams/1?after=1&after=2")]
    [InlineData("/ledger/verification?from_checkpoint=-1")]
    [InlineData("/ledger/verification?from_stream=4294967296")]
    [InlineData("/ledger/verification?from_sequence=1e3")]
    public async Task A_page_that_is_none_is_refused(string path)
    {
        var answer = await deployment.Wire.SendAsync(Call.Get(path, await deployment.Tokens.AdministratorAsync()));

        answer.ShouldBeProblem(400, "invalid_request");
    }

    [Theory]
    [InlineData("/ledger/0190a0a0-0000-8000-8000-000000000000")]
    [InlineData("/ledger/streams/1")]
    [InlineData("/ledger/verification")]
    public async Task Evidence_is_for_auditors(string path)
    {
        var token = await deployment.Tokens.OfAsync("contract-curious", roles: "Decisions.Ask Policy.Read Agents.Read");

        (await deployment.Wire.SendAsync(Call.Get(path, token))).ShouldBeProblem(403, "role_missing");
    }
}
