using System.Text.Json.Serialization;

namespace AgentFunctions.Decisions;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(DiscoveryContract))]
internal sealed partial class DecisionJson : JsonSerializerContext;
