using AgentFunctions.Shared;

namespace AgentFunctions.Tests.Principals;

public sealed class EntitlementTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Read = """{"effect":"allow","actions":["read"],"resource":{"type":"document","id":"hr/*"}}""";
    private const string ReadMore = """{"effect":"allow","actions":["read","list"],"resource":{"type":"document","id":"*"}}""";
    private const string Path = "principals/agent/invoice-bot/entitlements/e1";

    private Administration app = null!; // Set before any test.

    public async ValueTask InitializeAsync()
    {
        app = await Administration.StartAsync(azurite);
        (await app.PutAsync("principals/agent/invoice-bot", "{}")).Status.ShouldBe(201);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task What_was_put_is_what_is_read()
    {
        var put = await app.PutAsync(Path, Read);
        put.Status.ShouldBe(201);
        var read = await app.GetAsync(Path);
        read.Status.ShouldBe(200);
        read.Tag.ShouldBe(put.Tag);
        read.Body.ToJsonString().ShouldBe("""{"actions":["read"],"effect":"allow","id":"e1","resource":{"id":"hr/*","type":"document"}}""");
    }

    [Fact]
    public async Task An_existing_entitlement_is_not_replaced_without_saying_which()
    {
        await app.PutAsync(Path, Read);
        var again = await app.PutAsync(Path, ReadMore);
        again.Status.ShouldBe(428);
        again.Code.ShouldBe("precondition_required");
    }

    [Fact]
    public async Task It_is_replaced_by_who_knows_its_version_and_by_nobody_who_knows_an_older_one()
    {
        var first = await app.PutAsync(Path, Read);
        var second = await app.PutAsync(Path, ReadMore, first.Tag);
        second.Status.ShouldBe(200);
        second.Tag.ShouldNotBe(first.Tag);
        (await app.PutAsync(Path, Read, first.Tag)).Status.ShouldBe(412);
        (await app.PutAsync(Path, Read, $"\"9\", {second.Tag}")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Creating_only_if_new_does_not_replace()
    {
        (await app.PutAsync(Path, Read, onlyIfNew: true)).Status.ShouldBe(201);
        (await app.PutAsync(Path, ReadMore, onlyIfNew: true)).Status.ShouldBe(412);
    }

    [Theory]
    [InlineData("\"1\"")]
    [InlineData("*")]
    public async Task Replacing_what_is_not_there_is_refused(string tag) =>
        (await app.PutAsync(Path, Read, tag)).Status.ShouldBe(412);

    [Theory]
    [InlineData("1")]
    [InlineData("\"1\" \"2\"")]
    [InlineData("*, \"1\"")]
    public async Task A_tag_that_is_none_is_refused(string tag) => (await app.PutAsync(Path, Read, tag)).Status.ShouldBe(400);

    [Fact]
    public async Task The_same_again_makes_no_new_version()
    {
        var first = await app.PutAsync(Path, Read);
        foreach (var tag in new[] { null, first.Tag, "*" })
        {
            var again = await app.PutAsync(Path, Read, tag);
            again.Status.ShouldBe(200);
            again.Tag.ShouldBe(first.Tag);
        }

        (await app.GetAsync("principals/agent/invoice-bot")).Number("entitlements_version").ShouldBe(1);
    }

    [Fact]
    public async Task Of_concurrent_replacements_one_wins()
    {
        var first = await app.PutAsync(Path, Read);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => app.PutAsync(Path, ReadMore, first.Tag)));
        answers.Count(answer => answer.Status == 200).ShouldBe(1);
        answers.Count(answer => answer.Status == 412).ShouldBe(5);
    }

    [Fact]
    public async Task Concurrent_grants_to_one_principal_are_all_kept()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => app.PutAsync($"principals/agent/invoice-bot/entitlements/c{i}", Read)));
        answers.ShouldAllBe(answer => answer.Status == 201);
        (await app.GetAsync("principals/agent/invoice-bot/entitlements")).Ids("entitlements").Count.ShouldBe(4);
    }

    [Fact]
    public async Task Deleting_needs_the_version_and_leaves_nothing()
    {
        var put = await app.PutAsync(Path, Read);
        (await app.DeleteAsync(Path, null)).Status.ShouldBe(428);
        (await app.DeleteAsync(Path, "\"77\"")).Status.ShouldBe(412);
        (await app.DeleteAsync(Path, put.Tag)).Status.ShouldBe(204);
        (await app.GetAsync(Path)).Status.ShouldBe(404);
        (await app.DeleteAsync(Path, "*")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Nothing_is_granted_to_who_is_not_registered() =>
        (await app.PutAsync("principals/agent/nobody/entitlements/e1", Read)).Status.ShouldBe(404);

    [Theory]
    [InlineData("""{"effect":"allow","actions":["read"],"resource":{"type":"t","id":"*"},"expires":"2027-01-01T00:00:00Z"}""", "`/expires` is not a known member")]
    [InlineData("""{"effect":"permit","actions":["read"],"resource":{"type":"t","id":"*"}}""", "`/effect` must be allow, challenge or deny")]
    [InlineData("""{"id":"other","effect":"allow","actions":["read"],"resource":{"type":"t","id":"*"}}""", "`/id` must be the id in the path")]
    [InlineData("[]", "the body must be an object")]
    public async Task A_document_with_a_fault_is_refused_by_its_place(string json, string detail)
    {
        var answer = await app.PutAsync(Path, json);
        answer.Status.ShouldBe(400);
        answer.Detail.ShouldBe(detail);
    }

    [Fact]
    public async Task Every_page_is_of_the_version_that_the_first_one_read()
    {
        foreach (var i in Enumerable.Range(0, 5))
        {
            await app.PutAsync($"principals/agent/invoice-bot/entitlements/p{i}", Read);
        }

        var seen = new List<string>();
        var next = "";
        do
        {
            var page = await app.GetAsync($"principals/agent/invoice-bot/entitlements?limit=2{(next.Length == 0 ? "" : $"&next={next}")}");
            page.Status.ShouldBe(200);
            seen.AddRange(page.Ids("entitlements"));
            next = page.Body["next"]?.GetValue<string>() ?? "";
            await app.DeleteAsync("principals/agent/invoice-bot/entitlements/p4", "*");
            await app.PutAsync($"principals/agent/invoice-bot/entitlements/p0{seen.Count}", Read);
        }
        while (next.Length > 0);

        seen.ShouldBe(["p0", "p1", "p2", "p3", "p4"]);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=1001")]
    [InlineData("limit=x")]
    [InlineData("next=AAAA")]
    [InlineData("next=~")]
    public async Task A_page_that_nobody_offered_is_refused(string query) =>
        (await app.GetAsync($"principals/agent/invoice-bot/entitlements?{query}")).Status.ShouldBe(400);

    [Fact]
    public async Task Ids_of_any_text_are_kept_apart()
    {
        foreach (var id in new[] { "a~2Fb", "a~5Cb", "a~23b", "a~7Cb", "a~3Fb" })
        {
            (await app.PutAsync($"principals/agent/invoice-bot/entitlements/{id}", Read)).Status.ShouldBe(201);
        }

        (await app.GetAsync("principals/agent/invoice-bot/entitlements")).Ids("entitlements").Order(StringComparer.Ordinal).ShouldBe(["a#b", "a/b", "a?b", "a\\b", "a|b"]);
    }
}
