using System.Text.Json;

namespace AgentFunctions.LocalRuntime.Http;

/// <summary>What is honoured of host.json; its other settings are the Functions host's.</summary>
/// <param name="RoutePrefix">Comes before every route; empty for none. Default `api`, as on the host.</param>
internal sealed record HostJson(string RoutePrefix)
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static HostJson Read(string directory)
    {
        var path = Path.Combine(directory, "host.json");
        if (!File.Exists(path))
        {
            return new HostJson("api");
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path), Lenient);
            return new HostJson(Member(Member(Member(json.RootElement, "extensions"), "http"), "routePrefix")?.GetString()?.Trim('/') ?? "api");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new StartRefusedException($"`{path}` cannot be read: {exception.Message}");
        }
    }

    private static JsonElement? Member(JsonElement? parent, string name) => parent is { ValueKind: JsonValueKind.Object } members
        ? members.EnumerateObject().Cast<JsonProperty?>().FirstOrDefault(member => string.Equals(member!.Value.Name, name, StringComparison.OrdinalIgnoreCase))?.Value
        : null;
}
