using System.Runtime.InteropServices;
using System.Text.Json;

namespace AgentFunctions.Domain.Attributes;

/// <summary>
/// JSON to attribute values and back. Strict: refuses duplicate members, lone surrogates, and numbers that a double
/// does not hold (see <see cref="AttributeValue"/>), so that what is decided on is what was sent.
/// </summary>
public static class AttributeJson
{
    private const string NotJson = "must be well-formed json";

    /// <param name="utf8Json">One JSON text, nothing after it.</param>
    /// <param name="maxDepth">How many objects and arrays may lie within each other (0 to 1,000); 0 admits scalars only.</param>
    public static JsonParse<AttributeValue> Parse(ReadOnlySpan<byte> utf8Json, int maxDepth)
    {
        // One level more than is admitted, so that the refusal of depth is ours and says where.
        var reader = new Utf8JsonReader(utf8Json, new JsonReaderOptions { MaxDepth = maxDepth + 1 });
        try
        {
            _ = reader.Read(); // Throws where there is nothing.
            return AttributeReader.TryRead(ref reader, maxDepth, out var value, out var refusal)
                ? WithNothingAfter(ref reader, value)
                : new JsonParse<AttributeValue>.Refused(refusal.Pointer, refusal.Why);
        }
        catch (JsonException)
        {
            return new JsonParse<AttributeValue>.Refused(string.Empty, NotJson);
        }
    }

    /// <param name="element">What has been parsed before, duplicate members included.</param>
    /// <param name="maxDepth">How many objects and arrays may lie within each other (0 to 1,000).</param>
    public static JsonParse<AttributeValue> Parse(JsonElement element, int maxDepth) =>
        element.ValueKind == JsonValueKind.Undefined
            ? new JsonParse<AttributeValue>.Refused(string.Empty, "is missing")
            : Parse(JsonMarshal.GetRawUtf8Value(element), maxDepth);

    /// <summary>Writes ordinary JSON; for digests and rows use <see cref="CanonicalJson"/>.</summary>
    public static void Write(Utf8JsonWriter writer, AttributeValue value)
    {
        switch (value)
        {
            case AttributeValue.Flag flag:
                writer.WriteBooleanValue(flag.Value);
                break;
            case AttributeValue.Number number:
                writer.WriteNumberValue(number.Value);
                break;
            case AttributeValue.Text text:
                writer.WriteStringValue(text.Value);
                break;
            case AttributeValue.List list:
                WriteList(writer, list.Items);
                break;
            case AttributeValue.Map map:
                WriteMap(writer, map.Members);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static JsonParse<AttributeValue> WithNothingAfter(ref Utf8JsonReader reader, AttributeValue value)
    {
        _ = reader.Read(); // Throws on anything but white space.
        return new JsonParse<AttributeValue>.Accepted(value);
    }

    private static void WriteList(Utf8JsonWriter writer, IReadOnlyList<AttributeValue> items)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
    }

    private static void WriteMap(Utf8JsonWriter writer, AttributeMap map)
    {
        writer.WriteStartObject();
        foreach (var (name, member) in map.Span)
        {
            writer.WritePropertyName(name);
            Write(writer, member);
        }

        writer.WriteEndObject();
    }
}
