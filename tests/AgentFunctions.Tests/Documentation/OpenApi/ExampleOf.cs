using System.Text.Json.Nodes;
using AgentFunctions.Shared.Description;

namespace AgentFunctions.Tests.Documentation.OpenApi;

/// <summary>An example in the description, beside the schema that it must be an example of.</summary>
/// <param name="Place">The path of names that leads to it.</param>
internal sealed record ExampleOf(string Place, JsonNode Schema, string Json)
{
    public static IReadOnlyList<ExampleOf> All() => [.. Under(JsonNode.Parse(File.ReadAllText(ApiDocument.PathOfFile)), string.Empty)];

    private static IEnumerable<ExampleOf> Under(JsonNode? node, string place) => node switch
    {
        JsonObject map when map["schema"] is JsonObject schema => In(map, schema, place),
        JsonObject map => map.SelectMany(member => Under(member.Value, $"{place}/{member.Key}")),
        JsonArray list => list.SelectMany((item, index) => Under(item, $"{place}/{index}")),
        _ => [],
    };

    private static IEnumerable<ExampleOf> In(JsonObject place, JsonObject schema, string name)
    {
        if (place.TryGetPropertyValue("example", out var one))
        {
            yield return new(name, schema, Print(one));
        }

        foreach (var (key, several) in place["examples"]?.AsObject() ?? [])
        {
            yield return new($"{name}/{key}", schema, Print(ApiDescription.Current.Resolve(several!.AsObject())["value"])); // Examples are objects.
        }
    }

    private static string Print(JsonNode? example) => example?.ToJsonString() ?? "null";
}
