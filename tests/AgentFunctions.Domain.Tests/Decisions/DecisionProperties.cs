using AgentFunctions.Domain.Decisions;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Domain.Tests.Builders;
using CsCheck;

namespace AgentFunctions.Domain.Tests.Decisions;

public sealed class DecisionProperties
{
    private static readonly Gen<(AccessRequest Request, AccessFacts Facts)> Any =
        Gen.Select(GenerateRules.Request, GenerateRules.Facts(GenerateRules.Rules));

    private static readonly Gen<Entitlement> Added = GenerateRules.Rule(Gen.Const("added"));

    [Fact]
    public void Every_input_gets_the_same_answer_twice() => Any.Sample(given =>
        Describe(Decide(given.Request, given.Facts)) == Describe(Decide(given.Request, given.Facts)));

    [Fact]
    public void Nothing_is_allowed_when_any_factor_said_otherwise() => Any.Sample(given =>
    {
        var decision = Decide(given.Request, given.Facts);
        var narrowest = Enum.GetValues<Factor>().Where(factor => decision.Factors.TryGet(factor, out _)).Min(factor => decision.Factors.TryGet(factor, out var effect) ? effect : Effect.Allow);

        return OutcomeOf(decision) == narrowest && decision.Reasons.All(reason => reason.Effect >= narrowest);
    });

    [Fact]
    public void Every_factor_that_does_not_say_yes_gives_a_reason() => Any.Sample(given =>
    {
        var decision = Decide(given.Request, given.Facts);

        return Enum.GetValues<Factor>().All(factor =>
            !decision.Factors.TryGet(factor, out var effect)
            || effect == Effect.Allow
            || decision.Reasons.Any(reason => reason.Factor == factor && reason.Effect == effect));
    });

    [Fact]
    public void Reasons_are_in_the_order_of_factors_and_codes() => Any.Sample(given =>
    {
        var reasons = Decide(given.Request, given.Facts).Reasons;

        return reasons.SequenceEqual(reasons.OrderBy(reason => reason.Factor).ThenBy(reason => reason.Code));
    });

    [Fact]
    public void Adding_a_deny_or_a_challenge_never_widens_access() => Gen.Select(Any, Added, Gen.Bool, Gen.Bool).Sample((given, rule, asGuardrail, deny) =>
    {
        var added = new EntitlementDifference([], [rule with { Effect = deny ? Effect.Deny : Effect.Challenge }]);
        var (before, facts) = (Decide(given.Request, given.Facts), given.Facts);
        var after = Decide(given.Request, asGuardrail
            ? facts with { Guardrails = facts.Guardrails.Apply(0, added) }
            : facts with { Entitlements = facts.Entitlements.Apply(1, added) });

        // A challenge where nothing matched is not wider than no match, for a person must lift it; an allow it never is.
        return OutcomeOf(after) <= OutcomeOf(before) || (!deny && OutcomeOf(after) == Effect.Challenge && before.Matched.Count < after.Matched.Count);
    });

    [Fact]
    public void Adding_an_allow_to_the_guardrails_changes_nothing() => Gen.Select(Any, Added).Sample((given, rule) =>
    {
        var added = given.Facts.Guardrails.Apply(0, new EntitlementDifference([], [rule with { Effect = Effect.Allow }]));

        return Describe(Decide(given.Request, given.Facts)) == Describe(Decide(given.Request, given.Facts with { Guardrails = added }));
    });

    [Fact]
    public void The_order_of_entitlements_is_irrelevant() => Gen.Select(Any, GenerateRules.Rules.SelectMany(rules => Gen.Shuffle(rules).Select(shuffled => (rules, shuffled)))).Sample((given, sets) =>
        Describe(Decide(given.Request, given.Facts with { Entitlements = Given.Set(sets.rules) }))
        == Describe(Decide(given.Request, given.Facts with { Entitlements = Given.Set(sets.shuffled) })));

    [Fact]
    public void Expired_is_absent() => Gen.Select(Any, GenerateRules.Rules).Sample((given, rules) =>
        Describe(Decide(given.Request, given.Facts with { Entitlements = Given.Set(rules) }))
        == Describe(Decide(given.Request, given.Facts with { Entitlements = Given.Set(rules.Where(rule => rule.ExpiresAt > Given.Now)) })));

    private static Decision Decide(AccessRequest request, AccessFacts facts) => AccessPolicy.Decide(request, facts, Given.Now);

    private static Effect OutcomeOf(Decision decision) => decision switch
    {
        Decision.Allow => Effect.Allow,
        Decision.Challenge => Effect.Challenge,
        _ => Effect.Deny,
    };

    private static string Describe(Decision decision) =>
        $"{OutcomeOf(decision)} {decision.Factors} {string.Join(';', decision.Reasons)} {string.Join(';', decision.Matched)} {string.Join(';', decision.Obligations)}";
}
