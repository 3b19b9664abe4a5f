using AgentFunctions.Shared.Sources;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentFunctions.Tests.Documentation.OpenApi;

/// <summary>
/// The description of the whole app (OpenAPI 3.1): paths, methods, roles, closed sets, limits and problems from the
/// code, the rest from docs/openapi/.
/// </summary>
internal static class ApiDocument
{
    private static readonly string[] Kinds = ["schemas", "parameters", "headers", "securitySchemes"];

    private static readonly JsonSerializerOptions Layout = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IndentSize = 2,
        NewLine = "\n",
        WriteIndented = true,
    };

    public static string PathOfFile => Repository.PathOf("docs", "openapi.json");

    public static string Print() => $"{Compose().ToJsonString(Layout)}\n";

    public static JsonObject Compose()
    {
        var common = Fragment.Read("Common");
        var features = Fragment.Features().ToDictionary(name => name, Fragment.Read, StringComparer.Ordinal);
        var problems = new ProblemAnswers();
        var paths = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var path in AppFunction.All().GroupBy(function => function.Path))
        {
            paths.Add(path.Key, new JsonObject(path.OrderBy(function => function.Method, StringComparer.Ordinal).Select(function =>
                KeyValuePair.Create<string, JsonNode?>(function.Method, Operation.Of(function, features[function.Feature], problems)))));
        }

        var components = Components([common, .. features.Values]);
        components["responses"] = problems.Components;
        components["examples"] = ProblemAnswers.Examples;
        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = common["info"]!.DeepClone(), // Written there.
            ["tags"] = new JsonArray([.. features.Select(feature => new JsonObject { ["name"] = feature.Key, ["description"] = feature.Value["description"]!.DeepClone() })]), // Each has one.
            ["paths"] = new JsonObject(paths),
            ["components"] = components,
        };
    }

    private static JsonObject Components(IReadOnlyList<JsonObject> fragments) => new(Kinds.Select(kind =>
        KeyValuePair.Create<string, JsonNode?>(kind, new JsonObject(fragments
            .SelectMany(fragment => fragment[kind]?.AsObject() ?? [])
            .OrderBy(component => component.Key, StringComparer.Ordinal)
            .Select(component => KeyValuePair.Create(component.Key, component.Value?.DeepClone()))))));
}
