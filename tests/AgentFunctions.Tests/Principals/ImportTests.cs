using System.Globalization;
using AgentFunctions.Shared;
using Azure.Core;

namespace AgentFunctions.Tests.Principals;

public sealed class ImportTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Who = """{"properties":{"team":"finance"}}""";
    private const string Path = "principals/service/invoice-export";

    private Administration app = null!; // Set before any test.

    public async ValueTask InitializeAsync() => app = await Administration.StartAsync(azurite, ("Imports:MaxMebibytes", "1"), ("Imports:MaxRows", "3000"));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task An_import_is_the_whole_set()
    {
        await app.ImportAsync("service/invoice-export", Who, Row("a"), Row("b"));
        var second = await app.ImportAsync("service/invoice-export", Who, Row("b"), Row("c"), Row("d"));
        second.Status.ShouldBe(200);
        second.Body.ToJsonString().ShouldBe("""{"added":2,"ended":1,"entitlements":3,"replaced":0,"unchanged":false,"version":2}""");
        (await app.GetAsync($"{Path}/entitlements")).Ids("entitlements").ShouldBe(["b", "c", "d"]);
    }

    [Fact]
    public async Task The_same_again_makes_no_version()
    {
        await app.ImportAsync("service/invoice-export", Who, Row("a"));
        var again = await app.ImportAsync("service/invoice-export", """{ "properties": { "team": "finance" } }""", Row("a"));
        again.Body.ToJsonString().ShouldBe("""{"added":0,"ended":0,"entitlements":1,"replaced":0,"unchanged":true,"version":1}""");
    }

    [Fact]
    public async Task More_rows_than_a_transaction_takes_come_as_one_version()
    {
        var answer = await app.ImportAsync("service/invoice-export", [Who, .. Enumerable.Range(0, 1500).Select(i => Row(i.ToString("D4", CultureInfo.InvariantCulture)))]);
        answer.Status.ShouldBe(200);
        answer.Number("version").ShouldBe(1);
        (await app.GetAsync(Path)).Number("entitlements_version").ShouldBe(1);
        (await app.GetAsync($"{Path}/entitlements?limit=1000")).Ids("entitlements").Count.ShouldBe(1000);
    }

    public static TheoryData<string[], string> Faulty => new()
    {
        { [], "the first line must be the principal" },
        { ["{}", Row("a"), """{"id":"b","effect":"allow","actions":["read"],"resource":{"type":"t","id":"*"},"expiry":"x"}"""], "line 3: `/expiry` is not a known member" },
        { ["{}", Row("a"), Row("b"), Row("a")], "line 4: `a` is in line 2 already" },
        { ["{}", "[1]"], "line 2: must be an object" },
        { ["{}", "", Row("a")], "line 2: the document must be well-formed json" },
        { ["{}", """{"id":"a","id":"b"}"""], "line 2: `/id` must not appear twice" },
        { ["""{"propertys":{}}"""], "line 1: `/propertys` is not a known member" },
        { ["{}", $$"""{"id":"{{new string('x', 70_000)}}"}"""], "line 2: must not be longer than 65536 bytes" },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public async Task One_fault_refuses_it_whole_and_says_where(string[] lines, string detail)
    {
        await app.ImportAsync("service/invoice-export", Who, Row("kept"));
        var answer = await app.ImportAsync("service/invoice-export", lines);
        answer.Status.ShouldBe(400);
        answer.Detail.ShouldBe(detail);
        (await app.GetAsync($"{Path}/entitlements")).Ids("entitlements").ShouldBe(["kept"]);
    }

    [Fact]
    public async Task An_agents_properties_are_refused_where_no_decision_reads_them() =>
        (await app.ImportAsync("agent/bot", Who, Row("a"))).Detail.ShouldBe("line 1: `/properties` must be left out for an agent: its properties are registered at `/agents/{id}`");

    [Fact]
    public async Task A_body_over_the_limit_is_refused_whole()
    {
        var answer = await app.ImportAsync("service/invoice-export", [Who, .. Enumerable.Range(0, 2900).Select(i => Row($"{new string('x', 100)}{i}", new string('p', 250)))]);
        answer.Status.ShouldBe(413);
        (await app.GetAsync(Path)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task More_rows_than_the_limit_are_refused()
    {
        var answer = await app.ImportAsync("service/invoice-export", ["{}", .. Enumerable.Range(0, 3001).Select(i => Row($"{i}"))]);
        answer.Detail.ShouldBe("line 3002: at most 3000 entitlements are taken");
    }

    [Fact]
    public async Task A_single_edit_is_refused_while_an_import_is_under_way_and_a_read_is_not()
    {
        await app.ImportAsync("service/invoice-export", Who, Row("a"));
        Said? edit = null;
        Said? read = null;
        var staged = 0;
        app.Transport.Script = (_, message) =>
        {
            if (message.Request.Method != RequestMethod.Get && message.Request.Uri.ToUri().AbsolutePath.EndsWith("$batch", StringComparison.Ordinal) && ++staged == 3)
            {
                app.Transport.Script = (_, _) => null;
                edit = app.PutAsync($"{Path}/entitlements/late", Row("late")).GetAwaiter().GetResult();
                read = app.GetAsync($"{Path}/entitlements").GetAwaiter().GetResult();
            }

            return null;
        };
        (await app.ImportAsync("service/invoice-export", [Who, .. Enumerable.Range(0, 400).Select(i => Row($"r{i}"))])).Status.ShouldBe(200);
        edit.ShouldNotBeNull().Code.ShouldBe("import_under_way");
        read.ShouldNotBeNull().Ids("entitlements").ShouldBe(["a"]);
    }

    private static string Row(string id, string purpose = "any") =>
        $$"""{"id":"{{id}}","effect":"allow","actions":["read"],"resource":{"type":"document","id":"*"},"purpose":"{{purpose}}"}""";
}
