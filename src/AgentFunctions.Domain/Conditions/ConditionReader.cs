using AgentFunctions.Domain.Attributes;

namespace AgentFunctions.Domain.Conditions;

/// <summary>Reads one condition and counts its parts on the way.</summary>
internal sealed class ConditionReader
{
    private int nodes;

    public Condition Read(JsonCursor json, int depth)
    {
        nodes++;
        if (depth > ConditionLimits.MaxDepth)
        {
            return json.Refuse(Condition.Always, $"must not be nested more than {ConditionLimits.MaxDepth} deep");
        }

        if (nodes > ConditionLimits.MaxNodes)
        {
            return json.Refuse(Condition.Always, $"must not have more than {ConditionLimits.MaxNodes} parts");
        }

        if (json.Map.Members.Count != 1)
        {
            return json.Refuse(Condition.Always, "must have exactly one operator");
        }

        var (name, value) = json.Map.Members.Single();
        return ReadOperator(name, json.Child(name, value), depth);
    }

    private Condition ReadOperator(string name, JsonCursor json, int depth) => name switch
    {
        "all" => new Condition.All(ReadParts(json, min: 0, depth)),
        "any" => new Condition.Any(ReadParts(json, min: 1, depth)),
        "not" => new Condition.Not(Read(json, depth + 1)),
        "within" => new Condition.Within(WorkingHoursJson.Read(json)),
        _ when ComparisonNames.TryParse(name, out var comparison) => ComparisonJson.Read(comparison, json),
        _ => json.Refuse(Condition.Always, "is not a known operator"),
    };

    private List<Condition> ReadParts(JsonCursor json, int min, int depth) =>
        [.. json.Items(min, ConditionLimits.MaxNodes).Select(part => Read(part, depth + 1))];
}
