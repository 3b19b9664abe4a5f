namespace AgentFunctions.Domain.Principals.Matching;

/// <summary>The rules of one resource type, by action pattern.</summary>
internal sealed class TypeRules : HashLeaf
{
    private readonly PatternIndex<ActionRules> actions;

    private TypeRules(string type, PatternIndex<ActionRules> actions)
        : base(type) => this.actions = actions;

    public static TypeRules? Change(TypeRules? rules, string type, RuleChange change)
    {
        var changed = rules?.actions ?? default;
        foreach (var pattern in Pattern.Widest(change.Actions))
        {
            changed = changed.Update(pattern, action => ActionRules.Change(action, pattern, change));
        }

        return changed.IsEmpty ? null : new TypeRules(type, changed);
    }

    public void Match(in RequestKey key, ref RuleMatcher matcher)
    {
        if (actions.Exact.TryFind(key.Action, key.ActionHash, out var exact))
        {
            exact.Match(key, ref matcher);
        }

        foreach (var rules in actions.Prefixes(key.Action))
        {
            rules.Match(key, ref matcher);
        }
    }
}
