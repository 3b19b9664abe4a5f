namespace AgentFunctions.Domain.Principals.Matching;

/// <summary>The rules of one resource type, one action pattern and one id pattern, by their ids.</summary>
internal sealed class RuleBucket : HashLeaf
{
    private readonly HashTree<CompiledRule> rules;

    private RuleBucket(string idPattern, HashTree<CompiledRule> rules)
        : base(idPattern) => this.rules = rules;

    public static RuleBucket? Change(RuleBucket? bucket, string idPattern, string ruleId, CompiledRule? rule)
    {
        var changed = (bucket?.rules ?? default).Update(ruleId, _ => rule);
        return changed.IsEmpty ? null : new RuleBucket(idPattern, changed);
    }

    public void Match(ref RuleMatcher matcher) => rules.Visit(ref matcher);
}
