using AgentFunctions.Domain.Attributes;

namespace AgentFunctions.Domain.Conditions;

/// <summary>
/// Conditions on the wire: an object with exactly one operator. Unknown operators, paths that no request can have,
/// comparisons without any path and everything over <see cref="ConditionLimits"/> are refused.
/// </summary>
/// <example>{"eq":[{"path":"resource.properties.ownerID"},{"path":"subject.properties.email"}]}</example>
public static class ConditionJson
{
    public static JsonParse<Condition> Parse(AttributeValue json)
    {
        var cursor = new JsonCursor(json);
        return cursor.Result(Read(cursor));
    }

    public static AttributeValue Print(Condition condition) => ConditionPrinter.Print(condition);

    internal static Condition Read(JsonCursor json)
    {
        var reader = new ConditionReader();
        return reader.Read(json, depth: 1);
    }
}
