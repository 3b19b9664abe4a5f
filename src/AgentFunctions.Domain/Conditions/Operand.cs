using AgentFunctions.Domain.Attributes;

namespace AgentFunctions.Domain.Conditions;

/// <summary>One side of a comparison.</summary>
public abstract record Operand
{
    private Operand()
    {
    }

    public sealed record Literal(AttributeValue Value) : Operand;

    public sealed record Attribute(AttributePath Path) : Operand;
}
