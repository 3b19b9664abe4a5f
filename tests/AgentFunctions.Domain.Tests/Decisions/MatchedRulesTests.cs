using System.Globalization;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Domain.Tests.Builders;

namespace AgentFunctions.Domain.Tests.Decisions;

public sealed class MatchedRulesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(64)]
    public void All_rules_that_applied_are_named_in_the_order_of_their_ids(int count)
    {
        var rules = Enumerable.Range(0, count).Select(i => Given.Rule(Id(i))).Reverse();

        Decide(rules).Matched.Select(rule => rule.Id).ShouldBe(Enumerable.Range(0, count).Select(Id));
    }

    [Fact]
    public void Beyond_the_bound_the_narrowest_are_named()
    {
        var allows = Enumerable.Range(0, 70).Select(i => Given.Rule(Id(i)));
        var others = new[] { Given.Rule("x", Effect.Deny), Given.Rule("y", Effect.Challenge) };

        var matched = Decide(allows.Concat(others)).Matched;

        matched.Count.ShouldBe(Decision.MaxMatched);
        matched.Select(rule => rule.Id).ShouldBe([.. Enumerable.Range(0, 62).Select(Id), "x", "y"]);
    }

    [Fact]
    public void Obligations_are_never_cut()
    {
        var rules = Enumerable.Range(0, 70).Select(i => Given.Rule(Id(i)) with { Obligations = [new Obligation(Id(i), "log", Given.Map("{}"))] });

        Decide(rules).Obligations.Select(obligation => obligation.Id).ShouldBe(Enumerable.Range(0, 70).Select(Id));
    }

    [Fact]
    public void One_set_asked_for_two_factors_names_each()
    {
        var set = Given.Set(Given.Rule("a"));
        var request = Given.Request with { Subject = Given.Person("dora").Principal, Delegator = new DelegatorClaim.Verified(Given.Person("dora")) };
        var facts = Given.Facts with
        {
            Tenant = Given.Tenant with { DelegatorNeedsEntitlements = true },
            Entitlements = set,
            Delegator = new DelegatorFacts.Involved(Given.Living("dora"), new DelegationFacts.Lent(Given.Delegation("dora", "payroll-bot")), set),
        };

        AccessPolicy.Decide(request, facts, Given.Now).Matched.Select(rule => rule.Factor).ShouldBe([Factor.Delegator, Factor.Entitlements]);
    }

    [Fact]
    public void An_allow_allocates_no_more_than_its_answer()
    {
        _ = AccessPolicy.Decide(Given.Request, Given.Facts, Given.Now);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            _ = AccessPolicy.Decide(Given.Request, Given.Facts, Given.Now);
        }

        ((GC.GetAllocatedBytesForCurrentThread() - before) / 1_000).ShouldBeLessThanOrEqualTo(256);
    }

    private static string Id(int number) => number.ToString("D3", CultureInfo.InvariantCulture);

    private static Decision Decide(IEnumerable<Entitlement> rules) =>
        AccessPolicy.Decide(Given.Request, Given.Facts with { Entitlements = Given.Set(rules) }, Given.Now);
}
