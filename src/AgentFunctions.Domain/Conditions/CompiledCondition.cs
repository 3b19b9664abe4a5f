namespace AgentFunctions.Domain.Conditions;

/// <summary>A condition, ready to be asked any number of times, at once, without allocation.</summary>
internal abstract class CompiledCondition
{
    private CompiledCondition()
    {
    }

    public abstract Truth Evaluate(in AttributeSource source);

    public static CompiledCondition Of(Condition condition) => condition switch
    {
        Condition.All all => new Every([.. all.Conditions.Select(Of)]),
        Condition.Any any => new Some([.. any.Conditions.Select(Of)]),
        Condition.Not not => new Negation(Of(not.Inner)),
        Condition.Compare compare => ComparisonOf(compare),
        _ => new Window(new CompiledHours(((Condition.Within)condition).Hours)),
    };

    private static Relation ComparisonOf(Condition.Compare compare)
    {
        var (left, right) = (CompiledOperand.Of(compare.Left), CompiledOperand.Of(compare.Right));
        return new Relation(compare.Comparison, left.ReadAgainst(right), right.ReadAgainst(left));
    }

    private sealed class Every(CompiledCondition[] parts) : CompiledCondition
    {
        public override Truth Evaluate(in AttributeSource source)
        {
            var result = Truth.Yes;
            for (var i = 0; i < parts.Length && result != Truth.No; i++)
            {
                var part = parts[i].Evaluate(source);
                result = part < result ? part : result;
            }

            return result;
        }
    }

    private sealed class Some(CompiledCondition[] parts) : CompiledCondition
    {
        public override Truth Evaluate(in AttributeSource source)
        {
            var result = Truth.No;
            for (var i = 0; i < parts.Length && result != Truth.Yes; i++)
            {
                var part = parts[i].Evaluate(source);
                result = part > result ? part : result;
            }

            return result;
        }
    }

    private sealed class Negation(CompiledCondition inner) : CompiledCondition
    {
        public override Truth Evaluate(in AttributeSource source) => Truths.Not(inner.Evaluate(source));
    }

    private sealed class Relation(Comparison comparison, CompiledOperand left, CompiledOperand right) : CompiledCondition
    {
        public override Truth Evaluate(in AttributeSource source) => Comparing.Compare(comparison, left.Read(source), right.Read(source));
    }

    private sealed class Window(CompiledHours hours) : CompiledCondition
    {
        public override Truth Evaluate(in AttributeSource source) => Truths.Of(hours.Include(source.Now));
    }
}
