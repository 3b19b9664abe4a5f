using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;

namespace AgentFunctions.Shared;

/// <summary>A token to be changed and signed: nothing in it is checked.</summary>
public sealed record TestToken(JsonObject Header, JsonObject Payload, TestKey Key)
{
    /// <summary>The same with a claim set, or removed where <paramref name="value"/> is null.</summary>
    public TestToken With(string claim, JsonNode? value) => this with { Payload = Change(Payload, claim, value) };

    public TestToken WithHeader(string name, JsonNode? value) => this with { Header = Change(Header, name, value) };

    /// <summary>Signed by another key, whose name and algorithm its header says.</summary>
    public TestToken SignedBy(TestKey key) =>
        (this with { Key = key }).WithHeader("alg", key.Algorithm).WithHeader("kid", key.KeyId);

    /// <summary>Signed by another key, with the header of this one.</summary>
    public TestToken ForgedBy(TestKey key) => this with { Key = key };

    public string Text => Of(Header.ToJsonString(), Payload.ToJsonString(), Key);

    /// <summary>From texts that no JSON library would write.</summary>
    public static string Of(string header, string payload, TestKey key)
    {
        var signed = $"{Encode(header)}.{Encode(payload)}";
        return $"{signed}.{key.Sign(signed)}";
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static JsonObject Change(JsonObject from, string name, JsonNode? value)
    {
        var changed = from.DeepClone().AsObject();
        changed.Remove(name);
        if (value is not null)
        {
            changed[name] = value.DeepClone();
        }

        return changed;
    }
}
