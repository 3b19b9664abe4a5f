using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Conditions;

namespace AgentFunctions.Domain.Principals.Matching;

/// <summary>
/// Bytes that an entitlement keeps alive once compiled: counted by its texts and parts, rounded up, so that a cache
/// bounded by the sum stays bounded. Fixed costs are those of a 64-bit runtime.
/// </summary>
internal static class MemoryEstimate
{
    /// <summary>The row, its compiled form, and its share of the trees.</summary>
    private const long PerEntitlement = 640;

    /// <summary>One more way to the same rule.</summary>
    private const long PerAction = 256;

    private const long PerPart = 96;
    private const long PerText = 24;
    private const long PerCharacter = 2;

    public static long Of(Entitlement entitlement) =>
        PerEntitlement
        + Text(entitlement.Id)
        + Text(entitlement.Resource.Type)
        + Text(entitlement.Resource.Id)
        + Text(entitlement.Purpose)
        + entitlement.Actions.Sum(action => PerAction + Text(action))
        + entitlement.Obligations.Sum(obligation => PerPart + Text(obligation.Id) + Text(obligation.Type) + Map(obligation.Properties))
        + Part(entitlement.Condition);

    private static long Part(Condition condition) => PerPart + condition switch
    {
        Condition.All all => all.Conditions.Sum(Part),
        Condition.Any any => any.Conditions.Sum(Part),
        Condition.Not not => Part(not.Inner),
        Condition.Compare compare => Side(compare.Left) + Side(compare.Right),
        _ => PerPart,
    };

    private static long Side(Operand operand) => operand switch
    {
        Operand.Literal literal => Value(literal.Value),
        _ => ((Operand.Attribute)operand).Path.Segments.Sum(Text),
    };

    private static long Value(AttributeValue value) => PerPart + value switch
    {
        AttributeValue.Text text => Text(text.Value),
        AttributeValue.List list => list.Items.Sum(Value),
        AttributeValue.Map map => Map(map.Members),
        _ => 0,
    };

    private static long Map(AttributeMap map) => PerPart + map.Members.Sum(member => Text(member.Key) + Value(member.Value));

    private static long Text(string text) => PerText + (PerCharacter * text.Length);
}
