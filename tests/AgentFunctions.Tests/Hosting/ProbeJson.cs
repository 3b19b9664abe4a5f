using System.Text.Json.Serialization;
using AgentFunctions.Hosting;

namespace AgentFunctions.Tests.Hosting;

[JsonSerializable(typeof(ProbeBody))]
internal sealed partial class ProbeJson : JsonSerializerContext
{
    public static ProbeJson Strict { get; } = new(StrictJson.Options());
}
