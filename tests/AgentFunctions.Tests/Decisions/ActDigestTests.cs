using AgentFunctions.Decisions;
using AgentFunctions.Domain.Agents;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Domain.Resources;
using static AgentFunctions.Tests.Decisions.Callers;

namespace AgentFunctions.Tests.Decisions;

public sealed class ActDigestTests
{
    private static readonly AccessRequest Act = new()
    {
        Caller = "gateway",
        Subject = new PrincipalId("user", "dora"),
        Actors = [Agent("bot")],
        Delegator = new DelegatorClaim.Verified(Dora),
        Action = "pay",
        ActionProperties = Map("""{"arguments":{"amount":10,"to":"x"}}"""),
        Resource = new ResourceId("account", "7"),
        Route = [new RouteHop("hub", true)],
    };

    /// <summary>One act each that is another act.</summary>
    public static TheoryData<string, AccessRequest> OtherActs => new()
    {
        { "agent", Act with { Actors = [Agent("other")] } },
        { "chain", Act with { Actors = [Agent("bot"), Agent("far")] } },
        { "order of the chain", Act with { Actors = [Agent("far"), Agent("bot")] } },
        { "nobody acts", Act with { Actors = [] } },
        { "delegator", Act with { Delegator = new DelegatorClaim.Verified(Person("eve")) } },
        { "no delegator", Act with { Delegator = DelegatorClaim.None } },
        { "subject", Act with { Subject = new PrincipalId("identity", "dora") } },
        { "action", Act with { Action = "refund" } },
        { "an argument", Act with { ActionProperties = Map("""{"arguments":{"amount":11,"to":"x"}}""") } },
        { "an argument's type", Act with { ActionProperties = Map("""{"arguments":{"amount":"10","to":"x"}}""") } },
        { "one argument more", Act with { ActionProperties = Map("""{"arguments":{"amount":10,"to":"x","memo":null}}""") } },
        { "a property of the action", Act with { ActionProperties = Map("""{"arguments":{"amount":10,"to":"x"},"schema":"2"}""") } },
        { "resource id", Act with { Resource = new ResourceId("account", "8") } },
        { "resource type", Act with { Resource = new ResourceId("ledger", "7") } },
        { "route", Act with { Route = [new RouteHop("other", true)] } },
        { "one hop more", Act with { Route = [new RouteHop("hub", true), new RouteHop("mcp", true)] } },
        { "no route", Act with { Route = [] } },
    };

    /// <summary>The same act, at another time or in other words.</summary>
    public static TheoryData<string, AccessRequest> SameActs => new()
    {
        { "context", Act with { Context = Map("""{"time":"now","trace":"1"}""") } },
        { "caller", Act with { Caller = "other-gateway" } },
        { "claimed resource properties", Act with { ResourceProperties = Map("""{"status":"open"}""") } },
        { "claimed subject properties", Act with { SubjectProperties = Map("""{"role":"clerk"}""") } },
        { "order of members", Act with { ActionProperties = Map("""{"arguments":{"to":"x","amount":10}}""") } },
        { "another way to write a number", Act with { ActionProperties = Map("""{"arguments":{"amount":1.0e1,"to":"x"}}""") } },
    };

    [Theory]
    [MemberData(nameof(OtherActs), DisableDiscoveryEnumeration = true)]
    public void Another_act_has_another_digest(string part, AccessRequest other) => ActDigest.Of(other).ShouldNotBe(ActDigest.Of(Act), part);

    [Theory]
    [MemberData(nameof(SameActs), DisableDiscoveryEnumeration = true)]
    public void The_same_act_has_the_same_digest(string part, AccessRequest same) => ActDigest.Of(same).ShouldBe(ActDigest.Of(Act), part);

    [Fact]
    public void A_digest_says_how_it_was_made() => ActDigest.Of(Act).ShouldMatch("^sha-256:[0-9a-f]{64}$");

    private static AgentId Agent(string id) => AgentId.TryParse(id, out var agent) ? agent : throw new ArgumentException("no name", nameof(id));

    private static PersonId Person(string id) => PersonId.TryParse(id, out var person) ? person : throw new ArgumentException("no id", nameof(id));
}
