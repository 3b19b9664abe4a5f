using AgentFunctions.Shared;

namespace AgentFunctions.Tests.Principals;

public sealed class PrincipalTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private Administration app = null!; // Set before any test.

    public async ValueTask InitializeAsync() => app = await Administration.StartAsync(azurite);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task What_was_registered_is_what_is_read()
    {
        var put = await app.PutAsync("principals/service/ledger~2Fexport", """{"properties":{"zone":"b","level":3}}""");
        put.Status.ShouldBe(201);
        var read = await app.GetAsync("principals/service/ledger~2Fexport");
        read.Tag.ShouldBe(put.Tag);
        read.Body.ToJsonString().ShouldBe("""{"entitlements_version":0,"id":"ledger/export","properties":{"level":3,"zone":"b"},"type":"service"}""");
    }

    [Fact]
    public async Task Properties_are_replaced_by_who_knows_their_version()
    {
        var put = await app.PutAsync("principals/user/petra", """{"properties":{"a":1}}""");
        (await app.PutAsync("principals/user/petra", """{"properties":{"a":2}}""")).Status.ShouldBe(428);
        (await app.PutAsync("principals/user/petra", """{"properties":{"a":2}}""", put.Tag)).Status.ShouldBe(200);
        (await app.PutAsync("principals/user/petra", """{"properties":{"a":3}}""", put.Tag)).Status.ShouldBe(412);
    }

    [Fact]
    public async Task The_same_again_is_no_change_and_needs_no_version()
    {
        var put = await app.PutAsync("principals/user/petra", """{"properties":{"a":1}}""");
        var again = await app.PutAsync("principals/user/petra", """{ "properties": { "a": 1.0 } }""");
        again.Status.ShouldBe(200);
        again.Tag.ShouldBe(put.Tag);
    }

    [Fact]
    public async Task An_agents_properties_are_refused_where_no_decision_reads_them()
    {
        var answer = await app.PutAsync("principals/agent/bot", """{"properties":{"team":"finance"}}""");
        answer.Status.ShouldBe(400);
        answer.Detail.ShouldBe("`/properties` must be left out for an agent: its properties are registered at `/agents/{id}`");
        (await app.PutAsync("principals/agent/bot", "{}")).Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_list_holds_every_one_of_its_type_once_page_by_page()
    {
        foreach (var id in new[] { "c", "a", "e", "b", "d" })
        {
            await app.PutAsync($"principals/user/{id}", "{}");
        }

        await app.PutAsync("principals/service/x", "{}");
        var first = await app.GetAsync("principals?type=user&limit=3");
        var second = await app.GetAsync($"principals?type=user&limit=3&next={first.Body["next"]}");
        first.Ids("principals").Concat(second.Ids("principals")).ShouldBe(["a", "b", "c", "d", "e"]);
        second.Body["next"].ShouldBeNull();
    }

    [Fact]
    public async Task A_list_needs_a_type() => (await app.GetAsync("principals")).Status.ShouldBe(400);

    [Fact]
    public async Task Who_was_never_registered_is_not_found() => (await app.GetAsync("principals/user/nobody")).Status.ShouldBe(404);

    [Theory]
    [InlineData("""{"properties":[]}""")]
    [InlineData("""{"property":{}}""")]
    [InlineData("""{"properties":{"a":1e400}}""")]
    public async Task Properties_that_are_none_are_refused(string json) =>
        (await app.PutAsync("principals/user/petra", json)).Status.ShouldBe(400);
}
