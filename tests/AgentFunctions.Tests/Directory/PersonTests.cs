using AgentFunctions.Tests.Agents;
using AgentFunctions.Tests.Principals;

namespace AgentFunctions.Tests.Directory;

/// <summary>How people stand, over HTTP.</summary>
public sealed class PersonTests(Company company) : IClassFixture<Company>
{
    private readonly Administration app = company.Begin();

    [Fact]
    public async Task What_was_said_is_what_is_read()
    {
        var put = await app.PutAsync("people/8f1c", """{"standing":"living","manager":"petra","source":"directory","confirmed_at":"2026-03-01T09:30:00Z"}""");
        var read = await app.GetAsync("people/8f1c");

        put.Status.ShouldBe(201);
        read.Tag.ShouldBe(put.Tag);
        read.Body.Remove("since").ShouldBeTrue();
        read.Body.ToJsonString().ShouldBe(
            """{"confirmed_at":"2026-03-01T09:30:00Z","id":"8f1c","manager":"petra","source":"directory","standing":"living","version":1}""");
    }

    [Fact]
    public async Task A_person_of_whom_nothing_was_said_is_not_found() => (await app.GetAsync("people/unheard-of")).Code.ShouldBe("not_found");

    [Fact]
    public async Task A_standing_counts_from_when_it_became_so_and_from_no_other_edit()
    {
        var first = await app.PutAsync("people/since", Company.Living);
        var managed = await app.PutAsync("people/since", """{"standing":"living","manager":"petra"}""", first.Tag);
        var left = await app.PutAsync("people/since", """{"standing":"left"}""", managed.Tag);

        Since(managed).ShouldBe(Since(first));
        Since(left).ShouldBeGreaterThan(Since(first));
    }

    [Theory]
    [InlineData("""{}""", "/standing")]
    [InlineData("""{"standing":"unknown"}""", "/standing")]
    [InlineData("""{"standing":"Living"}""", "/standing")]
    [InlineData("""{"standing":true}""", "/standing")]
    [InlineData("""{"standing":"living","since":"2026-01-01T00:00:00Z"}""", "/since")]
    [InlineData("""{"standing":"living","manager":""}""", "/manager")]
    [InlineData("""{"standing":"living","manager":"wrong"}""", "/manager")]
    [InlineData("""{"standing":"living","source":"hr"}""", "/source")]
    [InlineData("""{"standing":"living","source":"directory"}""", "/confirmed_at")]
    [InlineData("""{"standing":"living","confirmed_at":"2026-01-01T00:00:00Z"}""", "/confirmed_at")]
    [InlineData("""{"standing":"living","source":"directory","confirmed_at":"2026-01-01"}""", "/confirmed_at")]
    [InlineData("""{"standing":"living","source":"directory","confirmed_at":"2026-01-01T00:00:00+01:00"}""", "/confirmed_at")]
    [InlineData("""{"standing":"living","source":"directory","confirmed_at":"2099-01-01T00:00:00Z"}""", "/confirmed_at")]
    public async Task What_cannot_be_understood_is_refused_by_place(string json, string place)
    {
        var answer = await app.PutAsync("people/wrong", json);

        answer.Status.ShouldBe(400);
        answer.Detail.ShouldStartWith($"`{place}`");
        (await app.GetAsync("people/wrong")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_list_holds_everybody_once_page_by_page()
    {
        foreach (var id in (string[])["list-b", "list-c", "list-a"])
        {
            await app.PutAsync($"people/{id}", Company.Living);
            await app.PutAsync($"people/{id}", """{"standing":"left"}""", "*");
        }

        var listed = new List<string>();
        for (var next = "people?limit=2"; next.Length > 0;)
        {
            var page = await app.GetAsync(next);
            listed.AddRange(page.Ids("people"));
            next = page.Body["next"] is { } token ? $"people?limit=2&next={token}" : "";
        }

        listed.Where(id => id.StartsWith("list-", StringComparison.Ordinal)).ShouldBe(["list-a", "list-b", "list-c"]);
        listed.ShouldBeUnique();
    }

    [Fact]
    public async Task Reading_and_writing_people_are_roles_of_their_own()
    {
        app.ActAsClient("portal", "People.Read", "Agents.Write", "Policy.Write");
        (await app.PutAsync("people/roles", Company.Living)).Code.ShouldBe("role_missing");
        app.ActAsClient("portal", "People.Write");
        (await app.PutAsync("people/roles", Company.Living)).Status.ShouldBe(201);
        (await app.GetAsync("people/roles")).Code.ShouldBe("role_missing");
        (await app.GetAsync("people")).Code.ShouldBe("role_missing");
    }

    [Fact]
    public async Task A_governed_agent_says_nothing_of_people()
    {
        await app.PutAsync("agents/talker", """{"owner":"olga"}""");
        app.ActAsClient("talker", "People.Write");
        (await app.PutAsync("people/leo", Company.Living, "*")).Code.ShouldBe("agent_not_accepted");
    }

    private static DateTimeOffset Since(Said said) =>
        DateTimeOffset.Parse(said.Body["since"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture); // A missing one fails the test.
}
