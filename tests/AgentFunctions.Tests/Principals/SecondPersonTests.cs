using AgentFunctions.Shared;

namespace AgentFunctions.Tests.Principals;

public sealed class SecondPersonTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Allow = """{"effect":"allow","actions":["read"],"resource":{"type":"document","id":"*"}}""";
    private const string Deny = """{"effect":"deny","actions":["read"],"resource":{"type":"document","id":"*"}}""";
    private const string Path = "principals/agent/invoice-bot/entitlements/e1";

    private Administration app = null!; // Set before any test.

    public async ValueTask InitializeAsync()
    {
        app = await Administration.StartAsync(azurite);
        await app.RegisterAgentAsync("invoice-bot", "olga", "dan");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("olga")]
    [InlineData("dan")]
    public async Task Who_answers_for_an_agent_does_not_widen_it(string person)
    {
        app.ActAs(person);
        var answer = await app.PutAsync(Path, Allow);
        answer.Status.ShouldBe(403);
        answer.Code.ShouldBe("second_person_required");
    }

    [Theory]
    [InlineData("olga")]
    [InlineData("dan")]
    public async Task Who_answers_for_an_agent_narrows_it_alone(string person)
    {
        var granted = await app.PutAsync(Path, Allow);
        app.ActAs(person);
        (await app.PutAsync(Path, Deny, granted.Tag)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task An_owner_does_not_lift_a_denial()
    {
        var denied = await app.PutAsync(Path, Deny);
        app.ActAs("olga");
        (await app.DeleteAsync(Path, denied.Tag)).Code.ShouldBe("second_person_required");
    }

    [Fact]
    public async Task Somebody_else_widens_it()
    {
        app.ActAs("petra");
        (await app.PutAsync(Path, Allow)).Status.ShouldBe(201);
    }

    [Fact]
    public async Task Nobody_changes_what_conditions_read_of_themselves()
    {
        app.ActAs("petra");
        (await app.PutAsync("principals/user/petra", """{"properties":{"clearance":"top"}}""")).Code.ShouldBe("second_person_required");
    }

    [Fact]
    public async Task An_owner_does_not_widen_by_import()
    {
        app.ActAs("olga");
        (await app.ImportAsync("agent/invoice-bot", "{}", $$"""{"id":"e1",{{Allow[1..]}}""")).Code.ShouldBe("second_person_required");
    }

    [Fact]
    public async Task Nobody_grants_to_themselves()
    {
        await app.PutAsync("principals/user/petra", "{}");
        app.ActAs("petra");
        (await app.PutAsync("principals/user/petra/entitlements/e1", Allow)).Code.ShouldBe("second_person_required");
    }

    [Fact]
    public async Task A_governed_agent_administers_nothing()
    {
        app.ActAsClient("invoice-bot", "Policy.Write");
        (await app.PutAsync(Path, Deny)).Code.ShouldBe("agent_not_accepted");
    }
}
