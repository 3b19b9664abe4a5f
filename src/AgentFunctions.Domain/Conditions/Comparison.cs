namespace AgentFunctions.Domain.Conditions;

public enum Comparison
{
    Equal,
    NotEqual,
    LessThan,
    LessOrEqual,
    GreaterThan,
    GreaterOrEqual,
    In,
    Contains,
    StartsWith,
}
