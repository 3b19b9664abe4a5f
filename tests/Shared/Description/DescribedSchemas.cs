using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace AgentFunctions.Shared.Description;

/// <summary>Holds JSON against the schemas of the description.</summary>
/// <param name="components">The description's schemas.</param>
internal sealed class DescribedSchemas(JsonObject components)
{
    private const string Here = "#/components/schemas/";

    private readonly ConcurrentDictionary<(string Schema, bool IsClosed), Task<JsonSchema>> read = new();

    /// <summary>What is wrong with the JSON; empty when nothing is.</summary>
    /// <param name="isClosed">Whether members that are not described are wrong too: what the app answers is described whole.</param>
    public async Task<IReadOnlyList<string>> CheckAsync(JsonNode schema, string json, bool isClosed)
    {
        var known = await read.GetOrAdd((schema.ToJsonString(), isClosed), key => ReadAsync(key.Schema, key.IsClosed));
        return [.. known.Validate(json).Select(fault => fault.ToString())];
    }

    private Task<JsonSchema> ReadAsync(string schema, bool isClosed)
    {
        var whole = new JsonObject { ["allOf"] = new JsonArray(JsonNode.Parse(schema)), ["definitions"] = components.DeepClone() };
        if (isClosed)
        {
            Close(whole["definitions"]);
        }

        return JsonSchema.FromJsonAsync(whole.ToJsonString().Replace(Here, "#/definitions/", StringComparison.Ordinal));
    }

    private static void Close(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                foreach (var (_, member) in map)
                {
                    Close(member);
                }

                if (map["properties"] is JsonObject && map["type"] is JsonValue && !map.ContainsKey("additionalProperties"))
                {
                    map["additionalProperties"] = false;
                }

                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    Close(item);
                }

                break;
        }
    }
}
