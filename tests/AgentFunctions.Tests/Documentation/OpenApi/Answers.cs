using System.Text.Json.Nodes;

namespace AgentFunctions.Tests.Documentation.OpenApi;

/// <summary>The parts of an operation that say what is sent and what comes back when all is well.</summary>
internal static class Answers
{
    private const string Json = "application/json";

    /// <summary>Those of every answer.</summary>
    public static JsonObject Headers() => new()
    {
        ["X-Request-ID"] = HeaderRef("RequestId"),
        ["X-Content-Type-Options"] = HeaderRef("ContentTypeOptions"),
        ["Cache-Control"] = HeaderRef("CacheControl"),
    };

    public static JsonObject HeaderRef(string name) => Reference("headers", name);

    public static JsonObject Reference(string kind, string name) => new() { ["$ref"] = $"#/components/{kind}/{name}" };

    /// <param name="facts">What the fragment says of one answer.</param>
    public static JsonObject Of(JsonObject facts)
    {
        var headers = Headers();
        foreach (var name in facts["headers"]?.AsArray() ?? [])
        {
            headers["ETag"] = HeaderRef(name!.GetValue<string>()); // Written as a text.
        }

        var answer = new JsonObject { ["description"] = facts["description"]!.DeepClone(), ["headers"] = headers }; // Every answer is described.
        if (SchemaOf(facts) is { } schema)
        {
            answer["content"] = Content(Json, schema, facts);
        }

        return answer;
    }

    /// <param name="facts">What the fragment says of the body.</param>
    public static JsonObject BodyOf(JsonObject facts) => new()
    {
        ["description"] = $"At most {facts["limit"]!.GetValue<string>()}.", // Every body has a limit.
        ["required"] = true,
        ["content"] = Content(facts["media"]?.GetValue<string>() ?? Json, SchemaOf(facts) ?? new JsonObject { ["type"] = "string" }, facts),
    };

    private static JsonObject? SchemaOf(JsonObject facts) => facts switch
    {
        _ when facts["schema"] is { } name => Reference("schemas", name.GetValue<string>()),
        _ when facts["oneOf"] is JsonArray names => new JsonObject { ["oneOf"] = new JsonArray([.. names.Select(name => Reference("schemas", name!.GetValue<string>()))]) }, // Written as texts.
        _ => null,
    };

    private static JsonObject Content(string media, JsonObject schema, JsonObject facts)
    {
        var content = new JsonObject { ["schema"] = schema };
        foreach (var name in new[] { "example", "examples" })
        {
            if (facts[name] is { } given) content[name] = given.DeepClone();
        }

        return new JsonObject { [media] = content };
    }
}
