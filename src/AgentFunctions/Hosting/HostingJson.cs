using System.Text.Json.Serialization;

namespace AgentFunctions.Hosting;

/// <summary>The wire records of this folder.</summary>
[JsonSerializable(typeof(HealthAnswer))]
internal sealed partial class HostingJson : JsonSerializerContext
{
    public static HostingJson Strict { get; } = new(StrictJson.Options());
}
