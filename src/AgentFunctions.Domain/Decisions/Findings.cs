using AgentFunctions.Domain.Principals;
using AgentFunctions.Domain.Principals.Matching;

namespace AgentFunctions.Domain.Decisions;

/// <summary>What the factors have said so far. A factor can only narrow; nothing said is ever taken back.</summary>
internal ref struct Findings()
{
    private FactorEffects effects = FactorEffects.NoneApplicable;
    private List<Reason>? reasons;
    private AppliedRules applied;

    /// <summary>The factor has a say and nothing more to tell.</summary>
    public void Say(Factor factor, Effect effect) => effects = effects.Narrow(factor, effect);

    /// <summary>The factor says why. The same reason twice (one person owning two agents of a chain) is given once.</summary>
    public void Say(Factor factor, Effect effect, ReasonCode code, PrincipalId about)
    {
        Say(factor, effect);
        var reason = new Reason(code, factor, effect, about);
        reasons ??= new(capacity: 1);
        if (!reasons.Contains(reason))
        {
            reasons.Add(reason);
        }
    }

    /// <summary>Finds the rules of a set that apply, and keeps them for the answer.</summary>
    /// <returns>Which effects they have.</returns>
    public AppliedEffects Match(CompiledEntitlements rules, Factor factor, in Question question)
    {
        var matcher = new RuleMatcher(factor, question.Source, question.Purpose, ref applied);
        rules.Match(question.Key, ref matcher);
        return matcher.Effects;
    }

    /// <summary>Deny overrides challenge overrides allow.</summary>
    public readonly Decision Conclude()
    {
        var outcome = effects.Narrowest();
        IReadOnlyList<Reason> given = reasons is null ? [] : reasons;
        var matched = applied.Matched();
        var obligations = applied.Obligations(outcome);
        return outcome switch
        {
            Effect.Allow => new Decision.Allow(effects, given, matched, obligations),
            Effect.Challenge => new Decision.Challenge(effects, given, matched, obligations),
            _ => new Decision.Deny(effects, given, matched, obligations),
        };
    }
}
