using AgentFunctions.Domain.Attributes;

namespace AgentFunctions.Domain.Conditions;

internal static class ConditionPrinter
{
    public static AttributeValue Print(Condition condition) => condition switch
    {
        Condition.All all => Operator("all", List(all.Conditions)),
        Condition.Any any => Operator("any", List(any.Conditions)),
        Condition.Not not => Operator("not", Print(not.Inner)),
        Condition.Compare compare => Operator(
            ComparisonNames.Of(compare.Comparison),
            new AttributeValue.List([OperandJson.Print(compare.Left), OperandJson.Print(compare.Right)])),
        _ => Operator("within", WorkingHoursJson.Print(((Condition.Within)condition).Hours)),
    };

    private static AttributeValue.List List(IReadOnlyList<Condition> parts) => new([.. parts.Select(Print)]);

    private static AttributeValue.Map Operator(string name, AttributeValue value) =>
        new(new AttributeMap(new Dictionary<string, AttributeValue> { [name] = value }));
}
