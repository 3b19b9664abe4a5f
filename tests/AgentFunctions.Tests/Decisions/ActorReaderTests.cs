using AgentFunctions.Decisions.Facts;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Shared;

namespace AgentFunctions.Tests.Decisions;

public sealed class ActorReaderTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_wrong_guess_still_reads_the_right_owner_and_deputy()
    {
        await using var app = await FoundedAsync();
        var rows = new FreshRows(app.Tables);
        var reader = new ActorReader(rows);
        (await ReadAsync(reader, rows)).Owner.ShouldBe(Given.Living("olga"));

        await app.PutAsync(Given.Agent("bot") with { Owner = Given.PersonId("petra"), Deputy = Given.PersonId("leo") });
        var registered = await ReadAsync(reader, rows);
        registered.Agent.Owner.ShouldBe(Given.PersonId("petra"));
        registered.Owner.ShouldBe(Given.Living("petra"));
        registered.Deputy.Standing.ShouldBe(Standing.Left);
    }

    [Fact]
    public async Task A_right_guess_reads_everything_in_one_round()
    {
        await using var app = await FoundedAsync();
        var rows = new FreshRows(app.Tables);
        var reader = new ActorReader(rows);
        _ = await ReadAsync(reader, rows);
        var before = rows.ReadsStarted;
        _ = await ReadAsync(reader, rows);
        (rows.ReadsStarted - before).ShouldBe(3);
    }

    [Fact]
    public async Task What_became_of_a_person_since_is_seen_under_a_right_guess()
    {
        await using var app = await FoundedAsync();
        var rows = new FreshRows(app.Tables);
        var reader = new ActorReader(rows);
        _ = await ReadAsync(reader, rows);
        await app.PutAsync(Given.Living("olga") with { Standing = Standing.Left });
        (await ReadAsync(reader, rows)).Owner.Standing.ShouldBe(Standing.Left);
    }

    [Fact]
    public async Task A_deputy_that_is_nobody_and_an_owner_never_seen_are_not_living()
    {
        await using var app = await FoundedAsync();
        var rows = new FreshRows(app.Tables);
        var reader = new ActorReader(rows);
        _ = await ReadAsync(reader, rows);
        await app.PutAsync(Given.Agent("bot") with { Owner = Given.PersonId("ghost"), Deputy = PersonId.Nobody });
        var registered = await ReadAsync(reader, rows);
        registered.Owner.ShouldBe(Person.Unseen(Given.PersonId("ghost")));
        registered.Deputy.ShouldBe(Person.Unseen(PersonId.Nobody));
    }

    [Fact]
    public async Task An_agent_that_is_not_there_is_unregistered()
    {
        await using var app = await FoundedAsync();
        var rows = new FreshRows(app.Tables);
        var reading = await new ActorReader(rows).ReadAsync(Given.AgentId("other"), rows.Arrive(), TestContext.Current.CancellationToken);
        reading.Facts.ShouldBe(new ActorFacts.Unregistered(Given.AgentId("other")));
        reading.EntitlementsVersion.ShouldBe(0);
    }

    private static async Task<ActorFacts.Registered> ReadAsync(ActorReader reader, FreshRows rows) =>
        (await reader.ReadAsync(Given.AgentId("bot"), rows.Arrive(), TestContext.Current.CancellationToken)).Facts.ShouldBeOfType<ActorFacts.Registered>();

    private async Task<DecidingApp> FoundedAsync()
    {
        var app = await DecidingApp.StartAsync(azurite, DecidingApp.Patient);
        await app.PutAsync(Given.Agent("bot"));
        await app.PutAsync(Given.Living("olga"));
        await app.PutAsync(Given.Living("dan"));
        await app.PutAsync(Given.Living("petra"));
        await app.PutAsync(Given.Living("leo") with { Standing = Standing.Left });
        return app;
    }
}
