using System.Collections.Frozen;

namespace AgentFunctions.Domain.Conditions;

/// <summary>The comparisons' names on the wire.</summary>
internal static class ComparisonNames
{
    private static readonly FrozenDictionary<string, Comparison> ByName = new Dictionary<string, Comparison>
    {
        ["eq"] = Comparison.Equal,
        ["ne"] = Comparison.NotEqual,
        ["lt"] = Comparison.LessThan,
        ["le"] = Comparison.LessOrEqual,
        ["gt"] = Comparison.GreaterThan,
        ["ge"] = Comparison.GreaterOrEqual,
        ["in"] = Comparison.In,
        ["contains"] = Comparison.Contains,
        ["starts_with"] = Comparison.StartsWith,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<Comparison, string> ByComparison = ByName.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    public static bool TryParse(string name, out Comparison comparison) => ByName.TryGetValue(name, out comparison);

    public static string Of(Comparison comparison) => ByComparison[comparison];
}
