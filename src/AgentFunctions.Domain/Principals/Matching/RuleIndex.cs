namespace AgentFunctions.Domain.Principals.Matching;

/// <summary>
/// Finds the rules whose action and resource fit a request: by resource type, then action, then resource id. What is
/// walked depends on the lengths of the request's names, never on the number of rules that do not fit.
/// </summary>
internal readonly struct RuleIndex
{
    /// <summary>Rules of any type lie under a type that no request can name.</summary>
    private const string AnyType = "";

    private static readonly int AnyTypeHash = HashLeaf.HashOf(AnyType);

    private readonly HashTree<TypeRules> types;

    private RuleIndex(HashTree<TypeRules> types) => this.types = types;

    public RuleIndex With(CompiledRule rule) => Change(rule, rule);

    public RuleIndex Without(CompiledRule rule) => Change(rule, null);

    public void Match(in RequestKey key, ref RuleMatcher matcher)
    {
        if (types.TryFind(key.Type, key.TypeHash, out var typed))
        {
            typed.Match(key, ref matcher);
        }

        if (types.TryFind(AnyType, AnyTypeHash, out var any))
        {
            any.Match(key, ref matcher);
        }
    }

    private RuleIndex Change(CompiledRule place, CompiledRule? rule)
    {
        var pattern = place.Entitlement.Resource;
        var type = pattern.Type == Pattern.Any ? AnyType : pattern.Type;
        var change = new RuleChange(place.Entitlement.Actions, pattern.Id, place.Key, rule);
        return new(types.Update(type, rules => TypeRules.Change(rules, type, change)));
    }
}
