using AgentFunctions.Tests.Agents;
using AgentFunctions.Tests.Principals;

namespace AgentFunctions.Tests.Delegations;

/// <summary>What people lend to agents, over HTTP.</summary>
public sealed class DelegationTests(Company company) : IClassFixture<Company>
{
    private const string Lent = """{"actions":["read"],"resources":[{"type":"document","id":"hr/*"}],"expires_at":"2099-01-01T00:00:00Z"}""";

    private readonly Administration app = company.Begin();

    [Fact]
    public async Task What_was_lent_is_what_is_read()
    {
        await LivingAsync("mia");
        var put = await app.PutAsync("delegations/mia/helper", Lent);
        var read = await app.GetAsync("delegations/mia/helper");

        put.Status.ShouldBe(201);
        read.Tag.ShouldBe(put.Tag);
        read.Body.ToJsonString().ShouldBe(
            """{"actions":["read"],"agent_id":"helper","expires_at":"2099-01-01T00:00:00Z","person_id":"mia","resources":[{"id":"hr/*","type":"document"}],"version":1}""");
    }

    [Theory]
    [InlineData("""{"resources":[{"type":"a","id":"b"}],"expires_at":"2099-01-01T00:00:00Z"}""", "/actions")]
    [InlineData("""{"actions":[],"resources":[{"type":"a","id":"b"}],"expires_at":"2099-01-01T00:00:00Z"}""", "/actions")]
    [InlineData("""{"actions":["a","a"],"resources":[{"type":"a","id":"b"}],"expires_at":"2099-01-01T00:00:00Z"}""", "/actions/1")]
    [InlineData("""{"actions":[7],"resources":[{"type":"a","id":"b"}],"expires_at":"2099-01-01T00:00:00Z"}""", "/actions/0")]
    [InlineData("""{"actions":["a"],"resources":[],"expires_at":"2099-01-01T00:00:00Z"}""", "/resources")]
    [InlineData("""{"actions":["a"],"resources":[{"type":"a"}],"expires_at":"2099-01-01T00:00:00Z"}""", "/resources/0/id")]
    [InlineData("""{"actions":["a"],"resources":[{"type":"a","id":"b","ids":"*"}],"expires_at":"2099-01-01T00:00:00Z"}""", "/resources/0/ids")]
    [InlineData("""{"actions":["a"],"resources":[{"type":"a","id":"b"}]}""", "/expires_at")]
    [InlineData("""{"actions":["a"],"resources":[{"type":"a","id":"b"}],"expires_at":"tomorrow"}""", "/expires_at")]
    [InlineData("""{"actions":["a"],"resources":[{"type":"a","id":"b"}],"expires_at":"2020-01-01T00:00:00Z"}""", "/expires_at")]
    [InlineData("""{"actions":["a"],"resources":[{"type":"a","id":"b"}],"expires_at":"2099-01-01T00:00:00Z","expire":1}""", "/expire")]
    public async Task What_cannot_be_understood_is_refused_by_place(string json, string place)
    {
        var answer = await app.PutAsync("delegations/petra/helper", json);

        answer.Status.ShouldBe(400);
        answer.Detail.ShouldStartWith($"`{place}`");
        (await app.GetAsync("delegations/petra/helper")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_delegation_is_at_most_64_actions_and_12_kilobytes()
    {
        await LivingAsync("max");
        (await app.PutAsync("delegations/max/helper", WithActions(64, 10))).Status.ShouldBe(201);
        (await app.PutAsync("delegations/max/helper", WithActions(65, 10), "*")).Detail.ShouldContain("1 to 64 items");
        (await app.PutAsync("delegations/max/helper", WithPatterns(64, 256), "*")).Detail.ShouldContain("12288 bytes");
    }

    [Fact]
    public async Task Rights_of_who_is_not_known_to_be_living_are_not_lent()
    {
        (await app.PutAsync("delegations/leo/helper", Lent)).Code.ShouldBe("person_not_living");
        (await app.PutAsync("delegations/nobody-knows/helper", Lent)).Code.ShouldBe("person_not_living");
    }

    [Fact]
    public async Task Nothing_is_lent_to_who_is_no_agent()
    {
        await app.PutAsync("principals/agent/not-yet", "{}");
        (await app.PutAsync("delegations/petra/nobody-registered", Lent)).Code.ShouldBe("not_found");
        (await app.PutAsync("delegations/petra/not-yet", Lent)).Code.ShouldBe("not_found");
    }

    [Fact]
    public async Task A_version_is_never_used_again()
    {
        await LivingAsync("nora");
        var first = await app.PutAsync("delegations/nora/helper", Lent);
        (await app.DeleteAsync("delegations/nora/helper", null)).Code.ShouldBe("precondition_required");
        (await app.DeleteAsync("delegations/nora/helper", "\"9\"")).Code.ShouldBe("precondition_failed");
        (await app.DeleteAsync("delegations/nora/helper", first.Tag)).Status.ShouldBe(204);
        (await app.GetAsync("delegations/nora/helper")).Status.ShouldBe(404);
        (await app.DeleteAsync("delegations/nora/helper", "*")).Status.ShouldBe(404);
        var second = await app.PutAsync("delegations/nora/helper", Lent, onlyIfNew: true);

        second.Status.ShouldBe(201);
        second.Tag.ShouldBe("\"3\"");
    }

    [Fact]
    public async Task A_list_holds_what_one_person_lends_page_by_page()
    {
        await LivingAsync("lena");
        foreach (var agent in (string[])["lent-b", "lent-a", "lent-gone", "lent-c"])
        {
            await app.PutAsync($"agents/{agent}", """{"owner":"olga"}""");
            (await app.PutAsync($"delegations/lena/{agent}", Lent)).Status.ShouldBe(201);
        }

        await app.DeleteAsync("delegations/lena/lent-gone", "*");
        var first = await app.GetAsync("delegations/lena?limit=2");
        var second = await app.GetAsync($"delegations/lena?limit=2&next={first.Body["next"]}");

        Agents(first).ShouldBe(["lent-a", "lent-b"]);
        Agents(second).ShouldBe(["lent-c"]);
        second.Body["next"].ShouldBeNull();
        Agents(await app.GetAsync("delegations/unheard-of")).ShouldBeEmpty();
    }

    private Task<Said> LivingAsync(string person) => app.PutAsync($"people/{person}", Company.Living);

    private static IReadOnlyList<string> Agents(Said page) =>
        [.. page.Body["delegations"]!.AsArray().Select(item => item!["agent_id"]!.GetValue<string>())]; // A missing one fails the test.

    private static string WithActions(int count, int length) =>
        $$"""{"actions":[{{string.Join(',', Enumerable.Range(0, count).Select(i => $"\"{i.ToString("D3", null).PadLeft(length, 'a')}\""))}}],"resources":[{"type":"a","id":"b"}],"expires_at":"2099-01-01T00:00:00Z"}""";

    private static string WithPatterns(int count, int length) =>
        $$"""{"actions":["a"],"resources":[{{string.Join(',', Enumerable.Range(0, count).Select(i => $$"""{"type":"t","id":"{{i.ToString("D3", null).PadLeft(length, 'a')}}"}"""))}}],"expires_at":"2099-01-01T00:00:00Z"}""";
}
