using AgentFunctions.Tests.Agents;
using AgentFunctions.Tests.Principals;

namespace AgentFunctions.Tests.Delegations;

/// <summary>Who may lend, withdraw and see, over HTTP.</summary>
public sealed class DelegationAccessTests(Company company) : IClassFixture<Company>
{
    private const string Lent = """{"actions":["read"],"resources":[{"type":"document","id":"hr/*"}],"expires_at":"2099-01-01T00:00:00Z"}""";

    private readonly Administration app = company.Begin();

    [Fact]
    public async Task People_lend_withdraw_and_see_what_is_their_own_without_any_role()
    {
        app.ActAs("petra", "portal");
        var put = await app.PutAsync("delegations/petra/helper", Lent);
        put.Status.ShouldBe(201);
        (await app.GetAsync("delegations/petra/helper")).Status.ShouldBe(200);
        (await app.GetAsync("delegations/petra")).Status.ShouldBe(200);
        (await app.DeleteAsync("delegations/petra/helper", put.Tag)).Status.ShouldBe(204);
    }

    [Fact]
    public async Task What_is_another_persons_needs_the_role()
    {
        app.ActAs("petra", "portal", "Agents.Write", "People.Write");
        (await app.PutAsync("delegations/dan/helper", Lent)).Code.ShouldBe("role_missing");
        (await app.DeleteAsync("delegations/dan/helper", "*")).Code.ShouldBe("role_missing");
        (await app.GetAsync("delegations/dan/helper")).Code.ShouldBe("role_missing");
        (await app.GetAsync("delegations/dan")).Code.ShouldBe("role_missing");
    }

    [Fact]
    public async Task Reading_what_others_lend_does_not_let_anyone_lend_it()
    {
        app.ActAs("petra", "portal", "Policy.Read");
        (await app.GetAsync("delegations/dan")).Status.ShouldBe(200);
        (await app.PutAsync("delegations/dan/helper", Lent)).Code.ShouldBe("role_missing");
    }

    [Fact]
    public async Task A_client_of_its_own_needs_the_role_even_under_a_persons_name()
    {
        app.ActAsClient("petra", "Agents.Write");
        (await app.PutAsync("delegations/petra/helper", Lent)).Code.ShouldBe("role_missing");
    }

    [Fact]
    public async Task Who_administers_policy_lends_for_others()
    {
        app.ActAsClient("pipeline", "Policy.Write");
        (await app.PutAsync("delegations/dan/helper", Lent)).Status.ShouldBe(201);
        app.ActAs("petra", "portal", "Policy.Write");
        (await app.DeleteAsync("delegations/dan/helper", "*")).Status.ShouldBe(204);
    }

    [Fact]
    public async Task A_governed_agent_lends_itself_nothing()
    {
        app.ActAsClient("helper", "Policy.Write");
        (await app.PutAsync("delegations/petra/helper", Lent)).Code.ShouldBe("agent_not_accepted");
        (await app.DeleteAsync("delegations/petra/helper", "*")).Code.ShouldBe("agent_not_accepted");
    }

    [Fact]
    public async Task A_person_lends_nothing_through_a_governed_agent()
    {
        app.ActAs("petra", "helper");
        (await app.PutAsync("delegations/petra/helper", Lent)).Code.ShouldBe("agent_not_accepted");
        (await app.DeleteAsync("delegations/petra/helper", "*")).Code.ShouldBe("agent_not_accepted");
        (await app.GetAsync("delegations/petra")).Code.ShouldBe("agent_not_accepted");
    }

    [Theory]
    [InlineData("olga")]
    [InlineData("dan")]
    public async Task Who_answers_for_an_agent_lends_it_their_own_rights_and_nobody_elses(string person)
    {
        app.ActAs(person, "portal", "Policy.Write");
        (await app.PutAsync("delegations/petra/helper", Lent)).Code.ShouldBe("second_person_required");
        var own = await app.PutAsync($"delegations/{person}/helper", Lent);
        own.Status.ShouldBe(201);
        await app.DeleteAsync($"delegations/{person}/helper", own.Tag);
    }
}
