namespace AgentFunctions.Domain.Principals.Matching;

/// <summary>The rules of one resource type and one action pattern, by id pattern.</summary>
internal sealed class ActionRules : HashLeaf
{
    private readonly PatternIndex<RuleBucket> ids;

    private ActionRules(string actionPattern, PatternIndex<RuleBucket> ids)
        : base(actionPattern) => this.ids = ids;

    public static ActionRules? Change(ActionRules? rules, string actionPattern, RuleChange change)
    {
        var changed = (rules?.ids ?? default).Update(
            change.IdPattern,
            bucket => RuleBucket.Change(bucket, change.IdPattern, change.RuleId, change.Rule));
        return changed.IsEmpty ? null : new ActionRules(actionPattern, changed);
    }

    public void Match(in RequestKey key, ref RuleMatcher matcher)
    {
        if (ids.Exact.TryFind(key.Id, key.IdHash, out var exact))
        {
            exact.Match(ref matcher);
        }

        foreach (var bucket in ids.Prefixes(key.Id))
        {
            bucket.Match(ref matcher);
        }
    }
}
