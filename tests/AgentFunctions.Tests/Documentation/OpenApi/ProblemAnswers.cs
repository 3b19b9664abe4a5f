using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentFunctions.Hosting;

namespace AgentFunctions.Tests.Documentation.OpenApi;

/// <summary>Answers with problem details, one a status; functions that answer the same ones share them.</summary>
internal sealed class ProblemAnswers
{
    private readonly SortedDictionary<string, JsonObject> answers = new(StringComparer.Ordinal);

    public JsonObject Components => new(answers.Select(answer => KeyValuePair.Create<string, JsonNode?>(answer.Key, answer.Value)));

    /// <summary>An example of each, as <see cref="Problem"/> writes it.</summary>
    public static JsonObject Examples => new(Enum.GetValues<ProblemCode>().Select(ProblemKind.Of).OrderBy(kind => kind.Name, StringComparer.Ordinal)
        .Select(kind => KeyValuePair.Create<string, JsonNode?>(kind.Name, new JsonObject
        {
            ["summary"] = kind.Title,
            ["value"] = new JsonObject
            {
                ["type"] = $"{Problem.TypePrefix}{kind.Name}",
                ["title"] = kind.Title,
                ["status"] = kind.Status,
                ["code"] = kind.Name,
                ["request_id"] = "0197c1d2-7a3b-7c11-9f5e-2f6f0f4f1c55",
            },
        })));

    /// <param name="kinds">Of one status.</param>
    /// <returns>A reference to the answer.</returns>
    public JsonObject Add(IReadOnlyList<ProblemKind> kinds)
    {
        var name = string.Join('.', kinds.Select(kind => JsonNamingPolicy.CamelCase.ConvertName(Pascal(kind.Name))));
        _ = answers.TryAdd(name, Compose(kinds));
        return new JsonObject { ["$ref"] = $"#/components/responses/{name}" };
    }

    private static string Pascal(string name) =>
        string.Concat(name.Split('_').Select(word => $"{char.ToUpper(word[0], CultureInfo.InvariantCulture)}{word[1..]}"));

    private static JsonObject Compose(IReadOnlyList<ProblemKind> kinds)
    {
        var headers = Answers.Headers();
        if (kinds[0].Status == 503) headers["Retry-After"] = Answers.HeaderRef("RetryAfter");
        if (kinds[0].Status == 401) headers["WWW-Authenticate"] = Answers.HeaderRef("Challenge");
        return new JsonObject
        {
            ["description"] = string.Join("; ", kinds.Select(kind => $"`{kind.Name}`: {kind.Title}")),
            ["headers"] = headers,
            ["content"] = new JsonObject
            {
                [Problem.ContentType] = new JsonObject
                {
                    ["schema"] = new JsonObject
                    {
                        ["$ref"] = "#/components/schemas/Problem",
                        ["properties"] = new JsonObject { ["code"] = new JsonObject { ["enum"] = new JsonArray([.. kinds.Select(kind => JsonValue.Create(kind.Name))]) } },
                    },
                    ["examples"] = new JsonObject(kinds.Select(kind =>
                        KeyValuePair.Create<string, JsonNode?>(kind.Name, new JsonObject { ["$ref"] = $"#/components/examples/{kind.Name}" }))),
                },
            },
        };
    }
}
