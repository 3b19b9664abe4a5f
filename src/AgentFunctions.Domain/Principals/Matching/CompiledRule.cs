using AgentFunctions.Domain.Conditions;
using AgentFunctions.Domain.Decisions;

namespace AgentFunctions.Domain.Principals.Matching;

/// <summary>An entitlement with everything about it that can be worked out before a request comes.</summary>
internal sealed class CompiledRule(Entitlement entitlement) : HashLeaf(entitlement.Id)
{
    private readonly CompiledCondition? condition = entitlement.Condition.IsAlways
        ? null
        : CompiledCondition.Of(entitlement.Condition);

    private readonly long expiresAtTicks = entitlement.ExpiresAt.UtcTicks;

    private MatchedRule? matched;

    public Entitlement Entitlement { get; } = entitlement;

    /// <summary>What is not an Allow or a Challenge denies.</summary>
    public Effect Effect { get; } = entitlement.Effect is Effect.Allow or Effect.Challenge ? entitlement.Effect : Effect.Deny;

    /// <summary>Whether the rule, whose action and resource fit, speaks of the request.</summary>
    public bool Applies(in AttributeSource source, string purpose)
    {
        if (source.Now.UtcTicks >= expiresAtTicks)
        {
            return false;
        }

        if (Effect == Effect.Allow)
        {
            return HasPurpose(purpose) && (condition is null || condition.Evaluate(source.WithVerifiedHopsOnly()) == Truth.Yes);
        }

        return condition is null || condition.Evaluate(source) != Truth.No;
    }

    /// <summary>The same object for the same factor: a set is read as one factor, and decisions are many.</summary>
    public MatchedRule MatchedAs(Factor factor)
    {
        var known = matched;
        return known is not null && known.Factor == factor ? known : matched = new MatchedRule(factor, Key, Effect);
    }

    private bool HasPurpose(string purpose) => Entitlement.Purpose.Length == 0 || Entitlement.Purpose == purpose;
}
