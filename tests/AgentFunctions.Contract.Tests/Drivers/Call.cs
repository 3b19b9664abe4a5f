using System.Text;
using System.Text.Json.Nodes;

namespace AgentFunctions.Contract.Tests.Drivers;

/// <summary>One request to the app, not yet sent.</summary>
/// <param name="Path">With its query; sent as it is written.</param>
internal sealed record Call(HttpMethod Method, string Path)
{
    /// <summary>Null for no Authorization header.</summary>
    public string? Token { get; init; }

    /// <summary>Null for no body at all.</summary>
    public byte[]? Body { get; init; }

    /// <summary>Null for none.</summary>
    public string? ContentType { get; init; } = "application/json";

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public static Call Get(string path, string? token = null) => new(HttpMethod.Get, path) { Token = token };

    public static Call Put(string path, string token, string json) => new Call(HttpMethod.Put, path) { Token = token }.With(json);

    public static Call Post(string path, string? token, string json) => new Call(HttpMethod.Post, path) { Token = token }.With(json);

    public static Call Delete(string path, string token) => new(HttpMethod.Delete, path) { Token = token };

    public static Call Evaluation(string? token, JsonNode request) => Post("/access/v1/evaluation", token, request.ToJsonString());

    public static Call Evaluations(string? token, JsonNode request) => Post("/access/v1/evaluations", token, request.ToJsonString());

    public Call With(string json) => this with { Body = Encoding.UTF8.GetBytes(json) };

    public Call With(string header, string value) => this with { Headers = [.. Headers, (header, value)] };

    public Call IfMatch(string tag) => With("If-Match", tag);

    public Call IfAbsent() => With("If-None-Match", "*");
}
