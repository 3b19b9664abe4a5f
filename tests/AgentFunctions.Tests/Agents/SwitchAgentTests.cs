using AgentFunctions.Hosting.Storage;
using AgentFunctions.Tests.Ledger.Changes;
using AgentFunctions.Tests.Principals;
using Azure.Data.Tables;

namespace AgentFunctions.Tests.Agents;

/// <summary>The kill switch of one agent, over HTTP.</summary>
public sealed class SwitchAgentTests(Company company) : IClassFixture<Company>
{
    private const string Reason = """{"reason":"drill"}""";

    private readonly Administration app = company.Begin();

    [Fact]
    public async Task A_suspended_agent_stays_so_whatever_is_put_and_comes_back_by_resume_only()
    {
        await RegisterAsync("switched");
        var suspended = await app.PostAsync("agents/switched/suspend", Reason);
        var edited = await app.PutAsync("agents/switched", """{"owner":"olga","name":"Switched"}""", suspended.Tag);
        var resumed = await app.PostAsync("agents/switched/resume", Reason);

        StatusOf(suspended).ShouldBe("suspended");
        StatusOf(edited).ShouldBe("suspended");
        StatusOf(resumed).ShouldBe("active");
        resumed.Tag.ShouldBe("\"4\"");
    }

    [Fact]
    public async Task The_reason_is_on_record_with_who_gave_it()
    {
        await RegisterAsync("reasoned");
        app.ActAs("petra");
        await app.PostAsync("agents/reasoned/suspend", """{"reason":"it mailed the wrong people"}""");

        var (_, body) = (await ChangeEntries.OfAsync(app, "it mailed the wrong people")).ShouldHaveSingleItem();
        body["reason"]!.GetValue<string>().ShouldBe("it mailed the wrong people"); // A missing one fails the test.
        body["operation"]!.GetValue<string>().ShouldBe("suspend"); // A missing one fails the test.
        body["by"]!["person"]!.GetValue<string>().ShouldBe("petra"); // A missing one fails the test.
        body["before"]!["status"]!.GetValue<string>().ShouldBe("active"); // A missing one fails the test.
        body["after"]!["status"]!.GetValue<string>().ShouldBe("suspended"); // A missing one fails the test.
    }

    [Fact]
    public async Task Switching_to_what_is_changes_and_records_nothing()
    {
        var put = await RegisterAsync("idempotent-switch");
        (await app.PostAsync("agents/idempotent-switch/resume", Reason)).Tag.ShouldBe(put.Tag);
        var suspended = await app.PostAsync("agents/idempotent-switch/suspend", Reason);
        (await app.PostAsync("agents/idempotent-switch/suspend", Reason)).Tag.ShouldBe(suspended.Tag);

        (await ChangeEntries.OfAsync(app, "idempotent-switch")).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("retired")]
    [InlineData("proposed")]
    public async Task What_is_neither_active_nor_suspended_is_not_switched(string status)
    {
        await RegisterAsync($"switch-{status}");
        await SetStatusAsync($"switch-{status}", status);

        (await app.PostAsync($"agents/switch-{status}/suspend", Reason)).Code.ShouldBe("conflict");
        (await app.PostAsync($"agents/switch-{status}/resume", Reason)).Code.ShouldBe("conflict");
    }

    [Fact]
    public async Task A_retired_agent_is_not_edited()
    {
        await RegisterAsync("retired");
        await SetStatusAsync("retired", "retired");

        (await app.PutAsync("agents/retired", """{"owner":"petra"}""", "*")).Code.ShouldBe("conflict");
    }

    [Theory]
    [InlineData("suspend")]
    [InlineData("resume")]
    public async Task Who_is_not_registered_is_not_switched(string verb) =>
        (await app.PostAsync($"agents/nobody-registered/{verb}", Reason)).Status.ShouldBe(404);

    [Fact]
    public async Task A_principal_that_is_no_agent_is_not_switched()
    {
        await app.PutAsync("principals/agent/no-agent", "{}");
        (await app.PostAsync("agents/no-agent/suspend", Reason)).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"reason":""}""")]
    [InlineData("""{"reason":7}""")]
    [InlineData("""{"reason":"drill","until":"tomorrow"}""")]
    public async Task Nobody_switches_without_a_reason_that_can_be_read(string json)
    {
        await app.PutAsync("agents/unreasoned", """{"owner":"olga"}""");
        (await app.PostAsync("agents/unreasoned/suspend", json)).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_version_that_was_sent_must_be_the_newest()
    {
        var put = await RegisterAsync("switch-stale");
        (await app.PostAsync("agents/switch-stale/suspend", Reason, "\"7\"")).Status.ShouldBe(412);
        (await app.PostAsync("agents/switch-stale/suspend", Reason, put.Tag)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("olga")]
    [InlineData("dan")]
    public async Task Who_answers_for_an_agent_suspends_it_and_does_not_resume_it(string person)
    {
        await RegisterAsync($"switch-{person}");
        app.ActAs(person);

        (await app.PostAsync($"agents/switch-{person}/suspend", Reason)).Status.ShouldBe(200);
        (await app.PostAsync($"agents/switch-{person}/resume", Reason)).Code.ShouldBe("second_person_required");
        app.ActAs("petra");
        (await app.PostAsync($"agents/switch-{person}/resume", Reason)).Status.ShouldBe(200);
    }

    private Task<Said> RegisterAsync(string id) => app.PutAsync($"agents/{id}", """{"owner":"olga","deputy":"dan"}""");

    private Task<Azure.Response> SetStatusAsync(string id, string status) => app.Principals.UpdateEntityAsync(
        new TableEntity(TableKey.Of("agent", id), "principal") { ["Status"] = status },
        Azure.ETag.All,
        TableUpdateMode.Merge,
        TestContext.Current.CancellationToken);

    private static string StatusOf(Said said) => said.Body["status"]!.GetValue<string>(); // A missing one fails the test.
}
