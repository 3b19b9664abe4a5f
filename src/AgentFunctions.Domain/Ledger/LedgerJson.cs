using System.Text.Json.Serialization;

namespace AgentFunctions.Domain.Ledger;

[JsonSourceGenerationOptions(
    AllowDuplicateProperties = false, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(CheckpointJson))]
internal sealed partial class LedgerJson : JsonSerializerContext;
