using AgentFunctions.Domain.Decisions;
using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Domain.Tests.Decisions;

public sealed class FactorEffectsTests
{
    public static TheoryData<Factor, Effect, Effect> Pairs => [.. from factor in Enum.GetValues<Factor>() from one in Enum.GetValues<Effect>() from other in Enum.GetValues<Effect>() select (factor, one, other)];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_factor_keeps_the_narrower_of_what_it_says(Factor factor, Effect one, Effect other)
    {
        var effects = FactorEffects.NoneApplicable.Narrow(factor, one).Narrow(factor, other);

        effects.TryGet(factor, out var kept).ShouldBeTrue();
        kept.ShouldBe(one < other ? one : other);
        effects.Narrowest().ShouldBe(kept);
    }

    [Fact]
    public void A_factor_that_had_no_say_reads_as_deny_and_says_so()
    {
        FactorEffects.NoneApplicable.TryGet(Factor.Owner, out var effect).ShouldBeFalse();
        effect.ShouldBe(Effect.Deny);
    }

    [Fact]
    public void What_nobody_had_a_say_in_is_denied() => FactorEffects.NoneApplicable.Narrowest().ShouldBe(Effect.Deny);

    [Fact]
    public void An_unset_value_is_denied() => default(FactorEffects).Narrowest().ShouldBe(Effect.Deny);

    [Fact]
    public void The_narrowest_of_all_factors_wins_wherever_it_stands()
    {
        var allowed = Enum.GetValues<Factor>().Aggregate(FactorEffects.NoneApplicable, (effects, factor) => effects.Narrow(factor, Effect.Allow));

        allowed.Narrowest().ShouldBe(Effect.Allow);
        foreach (var factor in Enum.GetValues<Factor>())
        {
            allowed.Narrow(factor, Effect.Challenge).Narrowest().ShouldBe(Effect.Challenge);
            allowed.Narrow(factor, Effect.Deny).Narrowest().ShouldBe(Effect.Deny);
        }
    }
}
