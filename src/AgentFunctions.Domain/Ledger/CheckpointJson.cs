using System.Text.Json.Serialization;

namespace AgentFunctions.Domain.Ledger;

/// <summary>A checkpoint in JSON. Members are in RFC 8785 order: the text is canonical as it is printed.</summary>
/// <param name="At">Milliseconds since 1970.</param>
internal sealed record CheckpointJson(
    [property: JsonPropertyName("at")] long At,
    [property: JsonPropertyName("heads")] IReadOnlyList<MarkJson?> Heads,
    [property: JsonPropertyName("number")] long Number,
    [property: JsonPropertyName("previous")] string Previous,
    [property: JsonPropertyName("registry")] MarkJson Registry);
