using System.Runtime.CompilerServices;
using AgentFunctions.Domain.Conditions;
using AgentFunctions.Domain.Decisions;

namespace AgentFunctions.Domain.Principals.Matching;

/// <summary>Judges the rules that fit a request, for one factor, and keeps those that apply.</summary>
internal ref struct RuleMatcher(Factor factor, AttributeSource source, string purpose, ref AppliedRules applied) : ILeafVisitor
{
    private readonly ref AppliedRules applied = ref applied;
    private readonly AttributeSource source = source;

    public AppliedEffects Effects { get; private set; }

    public void Visit(HashLeaf leaf)
    {
        // INVARIANT: the trees that a matcher visits hold nothing but rules.
        var rule = Unsafe.As<CompiledRule>(leaf);

        // An Allow among guardrails never counts, wherever it came from.
        var counts = rule.Effect != Effect.Allow || factor != Factor.Guardrails;
        if (counts && rule.Applies(source, purpose))
        {
            Effects = Effects.With(rule.Effect);
            applied.Add(new AppliedRule(factor, rule));
        }
    }
}
