namespace AgentFunctions.Domain.Conditions;

internal static class ConditionPaths
{
    /// <summary>Every attribute that the condition may read, as often as it names it.</summary>
    public static IEnumerable<AttributePath> Of(Condition condition) => condition switch
    {
        Condition.All all => all.Conditions.SelectMany(Of),
        Condition.Any any => any.Conditions.SelectMany(Of),
        Condition.Not not => Of(not.Inner),
        Condition.Compare compare => Of(compare.Left).Concat(Of(compare.Right)),
        _ => [],
    };

    private static IEnumerable<AttributePath> Of(Operand operand) => operand is Operand.Attribute attribute ? [attribute.Path] : [];
}
