using AgentFunctions.Shared.Sources;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AgentFunctions.Tests.Documentation.OpenApi;

/// <summary>
/// A part of the description that is written by hand, docs/openapi/Feature.json: what the code does not say. A text
/// `@Type.Member` is replaced by the value in the code, `{{Type.Member}}` within a text as well: see <see cref="CodeValue"/>.
/// </summary>
internal static partial class Fragment
{
    public static JsonObject Read(string name) =>
        Expand(JsonNode.Parse(File.ReadAllText(Repository.PathOf("docs", "openapi", $"{name}.json"))))!.AsObject(); // A file is an object.

    /// <summary>The features that one is written for.</summary>
    public static IReadOnlyList<string> Features() =>
    [
        .. System.IO.Directory.EnumerateFiles(Repository.PathOf("docs", "openapi"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => name != "Common").Order(StringComparer.Ordinal),
    ];

    private static JsonNode? Expand(JsonNode? node) => node switch
    {
        null => null,
        JsonObject map => new JsonObject(map.Select(member => KeyValuePair.Create(member.Key, Expand(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Expand)]),
        JsonValue value when value.TryGetValue<string>(out var text) => Expand(text),
        _ => node.DeepClone(),
    };

    private static JsonNode? Expand(string text) => text.StartsWith('@')
        ? CodeValue.Of(text[1..])
        : JsonValue.Create(Inside().Replace(text, match => CodeValue.Text(match.Groups["value"].Value)));

    [GeneratedRegex("{{(?<value>[A-Za-z.]+)}}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Inside();
}
