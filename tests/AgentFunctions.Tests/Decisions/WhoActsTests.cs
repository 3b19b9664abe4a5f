using AgentFunctions.Decisions;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Hosting;
using AgentFunctions.Security;
using static AgentFunctions.Tests.Decisions.Callers;

namespace AgentFunctions.Tests.Decisions;

public sealed class WhoActsTests
{
    private static readonly Caller BotForDora = Bot with { Person = Dora };
    private static readonly Caller GatewayForDora = Gateway with { Person = Dora };
    private static readonly Caller BotForPeople = Bot with { Roles = Role.DecisionsAskForPeople };

    /// <summary>Caller, body, then the chain, the subject and the delegator that come of it.</summary>
    public static TheoryData<string, string, string, string, string, string> Rules => new()
    {
        { "a gateway names the actor", nameof(Gateway), Body("agent", "bot", """{"sub":"bot"}"""), "bot", "agent:bot", "nobody" },
        { "a gateway names the chain, nearest first", nameof(Gateway), Body("agent", "far", """{"sub":"near","act":{"sub":"far"}}"""), "near far", "agent:far", "nobody" },
        { "an agent as subject stands at the far end", nameof(Gateway), Body("agent", "far", """{"sub":"near"}"""), "near far", "agent:far", "nobody" },
        { "an agent alone is its own chain", nameof(Gateway), Body("agent", "bot"), "bot", "agent:bot", "nobody" },
        { "a gateway's delegator is verified", nameof(Gateway), Body("user", "dora", """{"sub":"bot"}"""), "bot", "user:dora", "verified dora" },
        { "also over several agents", nameof(Gateway), Body("user", "dora", """{"sub":"near","act":{"sub":"far"}}"""), "near far", "user:dora", "verified dora" },
        { "an identity is a person too", nameof(Gateway), Body("identity", "dora", """{"sub":"bot"}"""), "bot", "identity:dora", "verified dora" },
        { "a subject that is no person delegates nothing", nameof(Gateway), Body("service", "cron", """{"sub":"bot"}"""), "bot", "service:cron", "nobody" },
        { "context.agent is the actor where none is named", nameof(Gateway), Body("user", "dora", context: """{"agent":"bot"}"""), "bot", "user:dora", "verified dora" },
        { "without agents for whom may ask for people", nameof(GatewayForPeople), Body("user", "dora"), "", "user:dora", "nobody" },
        { "without a role the caller is the actor", nameof(Bot), Body("user", "dora"), "bot", "user:dora", "asserted dora" },
        { "also where it names itself", nameof(Bot), Body("user", "dora", """{"sub":"bot"}"""), "bot", "user:dora", "asserted dora" },
        { "also where it is the subject", nameof(Bot), Body("agent", "bot"), "bot", "agent:bot", "nobody" },
        { "a delegated token verifies its person", nameof(BotForDora), Body("user", "dora"), "bot", "user:dora", "verified dora" },
        { "and nobody else", nameof(BotForDora), Body("user", "eve"), "bot", "user:eve", "asserted eve" },
        { "nor through agents that the caller says stand before it", nameof(BotForDora), Body("user", "dora", """{"sub":"bot","act":{"sub":"far"}}"""), "bot far", "user:dora", "asserted dora" },
        { "who shows a person's token acts for that person", nameof(BotForDora), Body("agent", "bot"), "bot", "user:dora", "verified dora" },
        { "a gateway's own person is not the delegator", nameof(GatewayForDora), Body("agent", "bot"), "bot", "agent:bot", "nobody" },
    };

    /// <summary>Caller, body, the problem.</summary>
    public static TheoryData<string, string, string, string> Refusals => new()
    {
        { "another actor than the caller", nameof(Bot), Body("user", "dora", """{"sub":"other"}"""), nameof(ProblemCode.ActorNotCaller) },
        { "context.agent names another", nameof(Bot), Body("user", "dora", context: """{"agent":"other"}"""), nameof(ProblemCode.ActorNotCaller) },
        { "another agent as subject", nameof(Bot), Body("agent", "other"), nameof(ProblemCode.ActorNotCaller) },
        { "the caller is not the nearest", nameof(Bot), Body("user", "dora", """{"sub":"other","act":{"sub":"bot"}}"""), nameof(ProblemCode.ActorNotCaller) },
        { "nobody acts and the gateway may not ask for people", nameof(Gateway), Body("user", "dora"), nameof(ProblemCode.RoleMissing) },
        { "the role for people alone names no actor", nameof(BotForPeople), Body("user", "dora", """{"sub":"other"}"""), nameof(ProblemCode.ActorNotCaller) },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Who_acts_is_settled_by_the_token(string rule, string caller, string body, string chain, string subject, string delegator)
    {
        var request = Settle(body, Named(caller));
        string.Join(' ', request.Actors).ShouldBe(chain, rule);
        request.Subject.ToString().ShouldBe(subject, rule);
        (request.Delegator switch
        {
            DelegatorClaim.Verified verified => $"verified {verified.Person}",
            DelegatorClaim.Asserted asserted => $"asserted {asserted.Person}",
            _ => "nobody",
        }).ShouldBe(delegator, rule);
        request.Caller.ShouldBe(Named(caller).ClientId);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Who_claims_another_is_refused(string rule, string caller, string body, string problem) =>
        WhoActs.Settle(Evaluation(body), Named(caller)).ShouldBeOfType<Settled.Refused>(rule).Problem.Code.ToString().ShouldBe(problem, rule);

    [Fact]
    public void An_agents_own_hop_is_verified_and_no_other() =>
        Settle(Body("agent", "bot", context: """{"route":["hub","bot"]}"""), Bot).Route
            .ShouldBe([new RouteHop("hub", false), new RouteHop("bot", true)]);

    [Fact]
    public void What_a_gateway_forwards_is_verified() =>
        Settle(Body("agent", "bot", context: """{"route":["hub","gateway"]}"""), Gateway).Route.ShouldAllBe(hop => hop.IsVerified);

    private static Caller Named(string caller) => caller switch
    {
        nameof(Gateway) => Gateway,
        nameof(GatewayForPeople) => GatewayForPeople,
        nameof(GatewayForDora) => GatewayForDora,
        nameof(BotForDora) => BotForDora,
        nameof(BotForPeople) => BotForPeople,
        _ => Bot,
    };
}
