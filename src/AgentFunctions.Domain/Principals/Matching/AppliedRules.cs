using AgentFunctions.Domain.Decisions;

namespace AgentFunctions.Domain.Principals.Matching;

/// <summary>The rules that applied to one request, of all factors; the heap is touched from the ninth on.</summary>
internal struct AppliedRules
{
    private AppliedBuffer few;
    private List<AppliedRule>? more;
    private int count;

    public void Add(AppliedRule rule)
    {
        if (count < AppliedBuffer.Length)
        {
            few[count] = rule;
        }
        else
        {
            (more ??= []).Add(rule);
        }

        count++;
    }

    /// <summary>
    /// By id, then by factor. Beyond <see cref="Decision.MaxMatched"/> only the narrowest are named, so that an answer
    /// stays small enough to be recorded however many rules overlap.
    /// </summary>
    public readonly IReadOnlyList<MatchedRule> Matched()
    {
        if (count == 0)
        {
            return [];
        }

        var matched = new MatchedRule[count];
        for (var i = 0; i < count; i++)
        {
            var (factor, rule) = At(i);
            matched[i] = rule.MatchedAs(factor);
        }

        if (count > Decision.MaxMatched)
        {
            Array.Sort(matched, static (one, other) => one.Effect != other.Effect ? one.Effect - other.Effect : ById(one, other));
            Array.Resize(ref matched, Decision.MaxMatched);
        }

        matched.AsSpan().Sort(static (one, other) => ById(one, other));
        return matched;
    }

    /// <summary>What the rules of this effect oblige to, each once.</summary>
    public readonly IReadOnlyList<Obligation> Obligations(Effect effect)
    {
        List<Obligation>? obligations = null;
        for (var i = 0; i < count; i++)
        {
            var (_, rule) = At(i);
            if (rule.Effect == effect && rule.Entitlement.Obligations.Count > 0)
            {
                (obligations ??= []).AddRange(rule.Entitlement.Obligations);
            }
        }

        return obligations is null ? [] : ObligationSet.Of(obligations);
    }

    private static int ById(MatchedRule one, MatchedRule other)
    {
        var byId = string.CompareOrdinal(one.Id, other.Id);
        return byId != 0 ? byId : one.Factor - other.Factor;
    }

    private readonly AppliedRule At(int index) => index < AppliedBuffer.Length ? few[index] : more![index - AppliedBuffer.Length]; // More is there when there are more.
}
