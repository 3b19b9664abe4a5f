using AgentFunctions.Tests.Agents;
using AgentFunctions.Tests.Principals;

namespace AgentFunctions.Tests.Resources;

/// <summary>What is registered of resources, over HTTP.</summary>
public sealed class ResourceTests(Company company) : IClassFixture<Company>
{
    private const string Low = """{"sensitivity":"low"}""";

    private readonly Administration app = company.Begin();

    [Fact]
    public async Task What_was_registered_is_what_is_read()
    {
        var put = await app.PutAsync("resources/document/hr~2Fpay~2F2026", """{"sensitivity":"critical","properties":{"status":"final","pages":3}}""");
        var read = await app.GetAsync("resources/document/hr~2Fpay~2F2026");

        put.Status.ShouldBe(201);
        read.Tag.ShouldBe(put.Tag);
        read.Body.ToJsonString().ShouldBe(
            """{"id":"hr/pay/2026","properties":{"pages":3,"status":"final"},"sensitivity":"critical","type":"document","version":1}""");
    }

    [Theory]
    [InlineData("""{}""", "/sensitivity")]
    [InlineData("""{"sensitivity":"secret"}""", "/sensitivity")]
    [InlineData("""{"sensitivity":2}""", "/sensitivity")]
    [InlineData("""{"sensitivity":"low","owner":"olga"}""", "/owner")]
    [InlineData("""{"sensitivity":"low","properties":"none"}""", "/properties")]
    public async Task What_cannot_be_understood_is_refused_by_place(string json, string place)
    {
        var answer = await app.PutAsync("resources/document/wrong", json);

        answer.Status.ShouldBe(400);
        answer.Detail.ShouldStartWith($"`{place}`");
    }

    [Theory]
    [InlineData("a%2Fb/x")]
    [InlineData("a/x~2")]
    public async Task A_name_that_is_not_written_as_segments_is_refused(string path) =>
        (await app.PutAsync($"resources/{path}", Low)).Code.ShouldBe("invalid_path");

    [Fact]
    public async Task A_type_has_at_most_64_characters()
    {
        (await app.PutAsync($"resources/{new string('t', 64)}/x", Low)).Status.ShouldBe(201);
        (await app.PutAsync($"resources/{new string('t', 65)}/x", Low)).Code.ShouldBe("invalid_path");
    }

    [Fact]
    public async Task A_deletion_needs_the_version_that_is_there()
    {
        var put = await app.PutAsync("resources/document/deleted", Low);
        (await app.DeleteAsync("resources/document/deleted", null)).Code.ShouldBe("precondition_required");
        (await app.DeleteAsync("resources/document/deleted", "\"9\"")).Code.ShouldBe("precondition_failed");
        (await app.DeleteAsync("resources/document/deleted", put.Tag)).Status.ShouldBe(204);
        (await app.GetAsync("resources/document/deleted")).Status.ShouldBe(404);
        (await app.DeleteAsync("resources/document/deleted", put.Tag)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_version_is_never_used_again()
    {
        var first = await app.PutAsync("resources/document/again", Low);
        await app.DeleteAsync("resources/document/again", "*");
        var second = await app.PutAsync("resources/document/again", Low, onlyIfNew: true);

        second.Status.ShouldBe(201);
        second.Tag.ShouldBe("\"3\"");
        (await app.PutAsync("resources/document/again", """{"sensitivity":"high"}""", first.Tag)).Status.ShouldBe(412);
    }

    [Fact]
    public async Task A_list_of_a_type_holds_what_is_registered_of_it_page_by_page()
    {
        foreach (var path in (string[])["list/b", "list/a", "list/gone", "list/c", "list2/x"])
        {
            await app.PutAsync($"resources/{path}", Low);
        }

        await app.DeleteAsync("resources/list/gone", "*");
        var first = await app.GetAsync("resources?type=list&limit=2");
        var second = await app.GetAsync($"resources?type=list&limit=2&next={first.Body["next"]}");
        var everything = await app.GetAsync("resources?limit=1000");

        first.Ids("resources").ShouldBe(["a", "b"]);
        second.Ids("resources").ShouldBe(["c"]);
        second.Body["next"].ShouldBeNull();
        everything.Ids("resources").ShouldContain("x");
        everything.Ids("resources").ShouldNotContain("gone");
    }

    [Fact]
    public async Task A_token_of_one_list_reads_nothing_of_another()
    {
        await app.PutAsync("resources/aaa/1", Low);
        await app.PutAsync("resources/aaa/2", Low);
        await app.PutAsync("resources/bbb/1", Low);
        var next = (await app.GetAsync("resources?type=aaa&limit=1")).Body["next"];

        (await app.GetAsync($"resources?type=bbb&next={next}")).Ids("resources").ShouldBe(["1"]);
    }

    [Theory]
    [InlineData("type=")]
    [InlineData("type=a&limit=0")]
    public async Task A_list_that_is_none_is_refused(string query) => (await app.GetAsync($"resources?{query}")).Code.ShouldBe("invalid_request");

    [Fact]
    public async Task Reading_and_writing_resources_are_roles_of_policy()
    {
        await app.PutAsync("resources/document/roles", Low);
        app.ActAsClient("portal", "Policy.Read", "Agents.Write");
        (await app.PutAsync("resources/document/roles", Low)).Code.ShouldBe("role_missing");
        (await app.DeleteAsync("resources/document/roles", "*")).Code.ShouldBe("role_missing");
        (await app.GetAsync("resources/document/roles")).Status.ShouldBe(200);
        app.ActAsClient("portal", "Policy.Write");
        (await app.GetAsync("resources")).Code.ShouldBe("role_missing");
    }

    [Fact]
    public async Task A_governed_agent_does_not_say_how_sensitive_a_resource_is()
    {
        await app.PutAsync("agents/reclassifier", """{"owner":"olga"}""");
        app.ActAsClient("reclassifier", "Policy.Write");
        (await app.PutAsync("resources/document/reclassified", Low)).Code.ShouldBe("agent_not_accepted");
        (await app.DeleteAsync("resources/document/reclassified", "*")).Code.ShouldBe("agent_not_accepted");
    }
}
