using AgentFunctions.Hosting.Storage;
using AgentFunctions.Tests.Principals;
using Azure.Data.Tables;

namespace AgentFunctions.Tests.Agents;

/// <summary>What is registered of an agent, over HTTP.</summary>
public sealed class AgentTests(Company company) : IClassFixture<Company>
{
    private const string Owned = """{"owner":"olga"}""";

    private readonly Administration app = company.Begin();

    [Fact]
    public async Task What_was_registered_is_what_is_read()
    {
        var put = await app.PutAsync(
            "agents/https:~2F~2Fbots.example~2Fwhole",
            """{"owner":"olga","deputy":"dan","name":"Invoices","purpose":"pay invoices","autonomy":"medium","tolerance":"high","properties":{"team":"ap"}}""");
        var read = await app.GetAsync("agents/https:~2F~2Fbots.example~2Fwhole");

        put.Status.ShouldBe(201);
        read.Tag.ShouldBe("\"1\"");
        read.Tag.ShouldBe(put.Tag);
        read.Body.Remove("deputy_since").ShouldBeTrue();
        read.Body.ToJsonString().ShouldBe(
            """{"autonomy":"medium","deputy":"dan","id":"https://bots.example/whole","name":"Invoices","owner":"olga","properties":{"team":"ap"},"purpose":"pay invoices","status":"active","tolerance":"high","version":1}""");
    }

    [Fact]
    public async Task What_is_left_out_is_the_narrowest()
    {
        var body = (await app.PutAsync("agents/narrow", Owned)).Body;

        body["autonomy"]!.GetValue<string>().ShouldBe("none"); // A missing one fails the test.
        body["tolerance"]!.GetValue<string>().ShouldBe("low"); // A missing one fails the test.
        body.ContainsKey("deputy").ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{}""", "/owner")]
    [InlineData("""{"owner":""}""", "/owner")]
    [InlineData("""{"owner":null}""", "/owner")]
    [InlineData("""{"owner":"olga","deputy":"olga"}""", "/deputy")]
    [InlineData("""{"owner":"olga","autonomie":"high"}""", "/autonomie")]
    [InlineData("""{"owner":"olga","status":"active"}""", "/status")]
    [InlineData("""{"owner":"olga","autonomy":"High"}""", "/autonomy")]
    [InlineData("""{"owner":"olga","autonomy":3}""", "/autonomy")]
    [InlineData("""{"owner":"olga","autonomy":"3"}""", "/autonomy")]
    [InlineData("""{"owner":"olga","tolerance":"none"}""", "/tolerance")]
    [InlineData("""{"owner":"olga","purpose":"a\nb"}""", "/purpose")]
    [InlineData("""{"owner":"olga","properties":[]}""", "/properties")]
    public async Task What_cannot_be_understood_is_refused_by_place(string json, string place)
    {
        var answer = await app.PutAsync("agents/refused", json);

        answer.Status.ShouldBe(400);
        answer.Detail.ShouldStartWith($"`{place}`");
        (await app.GetAsync("agents/refused")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("name", 256)]
    [InlineData("purpose", 256)]
    public async Task A_text_has_a_longest_length(string member, int longest)
    {
        (await app.PutAsync($"agents/long-{member}", $$"""{"owner":"olga","{{member}}":"{{new string('x', longest)}}"}""")).Status.ShouldBe(201);
        (await app.PutAsync($"agents/too-long-{member}", $$"""{"owner":"olga","{{member}}":"{{new string('x', longest + 1)}}"}""")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Properties_are_at_most_4_kilobytes_and_24_levels()
    {
        // {"a":"..."} is eight characters longer than what stands in it.
        (await app.PutAsync("agents/full", $$$"""{"owner":"olga","properties":{"a":"{{{new string('x', 4096 - 8)}}}"}}""")).Status.ShouldBe(201);
        (await app.PutAsync("agents/fuller", $$$"""{"owner":"olga","properties":{"a":"{{{new string('x', 4096 - 7)}}}"}}""")).Detail.ShouldContain("4096 bytes");
        (await app.PutAsync("agents/deep", $$"""{"owner":"olga","properties":{{Nested(24)}}}""")).Status.ShouldBe(201);
        (await app.PutAsync("agents/deeper", $$"""{"owner":"olga","properties":{{Nested(25)}}}""")).Detail.ShouldContain("24 levels");
    }

    [Theory]
    [InlineData("a%2Fb")]
    [InlineData("a~2f")]
    [InlineData("a%01b")]
    public async Task An_id_that_is_not_written_as_a_segment_is_refused(string id) =>
        (await app.PutAsync($"agents/{id}", Owned)).Code.ShouldBe("invalid_path");

    [Theory]
    [InlineData("owner", """{"owner":"leo"}""")]
    [InlineData("owner", """{"owner":"nobody-knows"}""")]
    [InlineData("deputy", """{"owner":"olga","deputy":"leo"}""")]
    [InlineData("deputy", """{"owner":"olga","deputy":"nobody-knows"}""")]
    public async Task Who_answers_for_an_agent_is_known_to_be_living_when_named(string role, string json)
    {
        var answer = await app.PutAsync("agents/orphan", json);

        answer.Status.ShouldBe(409);
        answer.Code.ShouldBe("person_not_living");
        answer.Detail.ShouldContain(role);
    }

    [Fact]
    public async Task An_owner_who_left_since_does_not_stop_other_edits()
    {
        await app.PutAsync("people/mo", Company.Living);
        var put = await app.PutAsync("agents/left-behind", """{"owner":"mo"}""");
        await app.PutAsync("people/mo", """{"standing":"left"}""", "*");

        (await app.PutAsync("agents/left-behind", """{"owner":"mo","name":"Left behind"}""", put.Tag)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_deputy_counts_from_when_they_were_named_and_from_no_other_edit()
    {
        var first = await app.PutAsync("agents/since", """{"owner":"olga","deputy":"dan"}""");
        var renamed = await app.PutAsync("agents/since", """{"owner":"olga","deputy":"dan","name":"Since"}""", first.Tag);
        var handed = await app.PutAsync("agents/since", """{"owner":"olga","deputy":"petra"}""", renamed.Tag);
        var gone = await app.PutAsync("agents/since", Owned, handed.Tag);

        Since(renamed).ShouldBe(Since(first));
        Since(handed).ShouldBeGreaterThan(Since(first));
        Since(gone).ShouldBeGreaterThan(Since(handed));
    }

    [Fact]
    public async Task A_list_holds_every_agent_once_page_by_page_and_nothing_else()
    {
        await app.PutAsync("principals/agent/list-not-an-agent", "{}");
        var ids = (string[])["list-c", "list-a", "list-b"];
        foreach (var id in ids)
        {
            await app.PutAsync($"agents/{id}", Owned);
        }

        var listed = new List<string>();
        for (var next = "agents?limit=2"; next.Length > 0;)
        {
            var page = await app.GetAsync(next);
            listed.AddRange(page.Ids("agents"));
            next = page.Body["next"] is { } token ? $"agents?limit=2&next={token}" : "";
        }

        listed.Where(id => id.StartsWith("list-", StringComparison.Ordinal)).ShouldBe(ids.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=1001")]
    [InlineData("limit=ten")]
    [InlineData("next=made-up")]
    public async Task A_page_that_is_none_is_refused(string query) => (await app.GetAsync($"agents?{query}")).Status.ShouldBe(400);

    [Fact]
    public async Task Registering_an_agent_leaves_its_entitlements_as_they_are()
    {
        await app.PutAsync("principals/agent/entitled", "{}");
        var path = "principals/agent/entitled/entitlements/e1";
        var granted = await app.PutAsync(path, """{"effect":"allow","actions":["read"],"resource":{"type":"document","id":"*"}}""");
        (await app.PutAsync("agents/entitled", Owned)).Status.ShouldBe(201);

        (await app.GetAsync(path)).Tag.ShouldBe(granted.Tag);
    }

    [Fact]
    public async Task An_agent_is_changed_while_an_import_of_its_entitlements_is_under_way()
    {
        await app.PutAsync("agents/importing", Owned);
        await app.Principals.UpdateEntityAsync(
            new TableEntity(TableKey.Of("agent", "importing"), "principal") { ["StageId"] = "run-1", ["StageStep"] = 3 },
            Azure.ETag.All,
            TableUpdateMode.Merge,
            TestContext.Current.CancellationToken);

        (await app.PostAsync("agents/importing/suspend", """{"reason":"drill"}""")).Status.ShouldBe(200);

        var head = await app.Principals.GetEntityAsync<TableEntity>(
            TableKey.Of("agent", "importing"), "principal", cancellationToken: TestContext.Current.CancellationToken);
        head.Value.GetString("StageId").ShouldBe("run-1");
    }

    [Fact]
    public async Task Nobody_takes_an_agent_out_of_the_record()
    {
        await app.PutAsync("agents/kept", Owned);

        (await app.DeleteAsync("agents/kept", "*")).Status.ShouldBe(404);
        (await app.GetAsync("agents/kept")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Reading_and_writing_agents_are_roles_of_their_own()
    {
        await app.PutAsync("agents/roles", Owned);
        app.ActAsClient("portal", "Agents.Read", "Policy.Write", "People.Write");
        (await app.PutAsync("agents/roles", Owned)).Code.ShouldBe("role_missing");
        (await app.PostAsync("agents/roles/suspend", """{"reason":"drill"}""")).Code.ShouldBe("role_missing");
        app.ActAsClient("portal", "Agents.Write");
        (await app.GetAsync("agents/roles")).Code.ShouldBe("role_missing");
        (await app.GetAsync("agents")).Code.ShouldBe("role_missing");
    }

    [Fact]
    public async Task A_governed_agent_registers_and_switches_nobody()
    {
        await app.PutAsync("agents/governed", Owned);
        app.ActAsClient("governed", "Agents.Write");
        (await app.PutAsync("agents/another", Owned)).Code.ShouldBe("agent_not_accepted");
        app.ActAs("petra", "governed", "Agents.Write");
        (await app.PostAsync("agents/governed/resume", """{"reason":"free me"}""")).Code.ShouldBe("agent_not_accepted");
    }

    private static DateTimeOffset Since(Said said) =>
        DateTimeOffset.Parse(said.Body["deputy_since"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture); // A missing one fails the test.

    private static string Nested(int levels) =>
        $"{string.Concat(Enumerable.Repeat("""{"a":""", levels))}1{new string('}', levels)}";
}
