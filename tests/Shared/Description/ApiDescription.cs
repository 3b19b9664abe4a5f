using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentFunctions.Shared.Description;

/// <summary>docs/openapi.json, to hold real requests and answers against it.</summary>
internal sealed class ApiDescription
{
    private readonly JsonObject document;
    private readonly DescribedSchemas schemas;

    private ApiDescription(JsonObject document)
    {
        this.document = document;
        schemas = new(document["components"]!["schemas"]!.AsObject()); // Tests of the description itself see to it.
        Operations =
        [
            .. from path in document["paths"]!.AsObject()
               from operation in path.Value!.AsObject()
               select new DescribedOperation(path.Key, operation.Key, operation.Value!.AsObject()),
        ];
    }

    public static ApiDescription Current { get; } = new(JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "openapi.json")))!.AsObject());

    public IReadOnlyList<DescribedOperation> Operations { get; }

    /// <summary>Where the exchange and the description disagree; empty for what no function of the app answered.</summary>
    public async Task<IReadOnlyList<string>> CheckAsync(Exchange exchange)
    {
        var path = exchange.Path.Split('?')[0];
        if (!exchange.ReachedTheApp || Operations.SingleOrDefault(operation => operation.Matches(exchange.Method, path)) is not { } operation)
        {
            return [];
        }

        if (operation.AnswerOf(exchange.Status) is not { } named)
        {
            return [$"{operation.Name} does not describe {exchange.Status}"];
        }

        var answer = Resolve(named);
        return
        [
            .. await CheckRequestAsync(operation, exchange),
            .. CheckHeaders(answer, exchange),
            .. await CheckAnswerAsync(answer, exchange),
        ];
    }

    /// <summary>Where the JSON is not as the schema of that name says.</summary>
    public Task<IReadOnlyList<string>> CheckAsync(JsonNode schema, string json) => schemas.CheckAsync(schema, json, isClosed: true);

    /// <summary>What a reference points to; the node itself where it is none.</summary>
    public JsonObject Resolve(JsonObject node) => node["$ref"] is { } reference
        ? reference.GetValue<string>().Split('/')[1..].Aggregate((JsonNode)document, (place, name) => place[name]!).AsObject() // References lead somewhere.
        : node;

    // What is accepted must be described; what is refused may be anything.
    private async Task<IReadOnlyList<string>> CheckRequestAsync(DescribedOperation operation, Exchange exchange)
    {
        if (!exchange.Succeeded || exchange.Body.Length == 0)
        {
            return [];
        }

        return operation.Node["requestBody"]?["content"]?["application/json"]?["schema"] is { } schema
            ? await schemas.CheckAsync(schema, exchange.Body, isClosed: false)
            : operation.Node["requestBody"] is null ? [$"{operation.Name} describes no body"] : [];
    }

    private IEnumerable<string> CheckHeaders(JsonObject answer, Exchange exchange) =>
        from header in answer["headers"]?.AsObject() ?? []
        where Resolve(header.Value!.AsObject())["required"]!.GetValue<bool>() && !exchange.Headers.ContainsKey(header.Key) // Every header says it.
        select $"header {header.Key} is missing";

    private async Task<IReadOnlyList<string>> CheckAnswerAsync(JsonObject answer, Exchange exchange)
    {
        if (answer["content"] is not JsonObject contents)
        {
            return exchange.Answer.Length == 0 ? [] : ["there is a body, and none is described"];
        }

        if (contents[exchange.MediaType]?["schema"] is not { } schema)
        {
            return [$"`{exchange.MediaType}` is not described"];
        }

        return [.. await schemas.CheckAsync(schema, exchange.Answer, isClosed: true), .. CheckCode(schema, exchange.Answer)];
    }

    // Beside its reference, the schema of a problem says which codes the function answers.
    private static IReadOnlyList<string> CheckCode(JsonNode schema, string answer) =>
        schema["properties"]?["code"]?["enum"] is JsonArray codes
        && JsonDocument.Parse(answer).RootElement.GetProperty("code").GetString() is var code
        && !codes.Any(known => known!.GetValue<string>() == code) // A list of texts.
            ? [$"`{code}` is not described"]
            : [];
}
