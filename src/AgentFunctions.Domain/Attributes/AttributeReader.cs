using System.Globalization;
using System.Text.Json;

namespace AgentFunctions.Domain.Attributes;

/// <summary>Reads one value from a reader that stands on its first token; malformed JSON still throws from the reader itself.</summary>
internal static class AttributeReader
{
    public static bool TryRead(ref Utf8JsonReader reader, int depthLeft, out AttributeValue value, out JsonRefusal refusal)
    {
        refusal = JsonRefusal.None;
        value = AttributeValue.Null;
        switch (reader.TokenType)
        {
            case JsonTokenType.True or JsonTokenType.False:
                value = new AttributeValue.Flag(reader.TokenType == JsonTokenType.True);
                return true;
            case JsonTokenType.Number:
                return TryReadNumber(ref reader, out value, out refusal);
            case JsonTokenType.String:
                return TryReadText(ref reader, out value, out refusal);
            case JsonTokenType.StartArray or JsonTokenType.StartObject when depthLeft == 0:
                refusal = JsonRefusal.Here("is nested too deeply");
                return false;
            case JsonTokenType.StartArray:
                return TryReadList(ref reader, depthLeft - 1, out value, out refusal);
            case JsonTokenType.StartObject:
                return TryReadMap(ref reader, depthLeft - 1, out value, out refusal);
            default:
                return true;
        }
    }

    private static bool TryReadNumber(ref Utf8JsonReader reader, out AttributeValue value, out JsonRefusal refusal)
    {
        var exact = JsonNumber.TryParse(reader.ValueSpan, out var number);
        value = new AttributeValue.Number(number);
        refusal = exact ? JsonRefusal.None : JsonRefusal.Here("must be a number that an ieee 754 double holds exactly");
        return exact;
    }

    private static bool TryReadText(ref Utf8JsonReader reader, out AttributeValue value, out JsonRefusal refusal)
    {
        var valid = TryReadString(ref reader, out var text);
        value = new AttributeValue.Text(text);
        refusal = valid ? JsonRefusal.None : JsonRefusal.Here("must be well-formed unicode");
        return valid;
    }

    private static bool TryReadList(ref Utf8JsonReader reader, int depthLeft, out AttributeValue value, out JsonRefusal refusal)
    {
        var items = new List<AttributeValue>();
        value = new AttributeValue.List(items);
        refusal = JsonRefusal.None;
        for (_ = reader.Read(); reader.TokenType != JsonTokenType.EndArray; _ = reader.Read())
        {
            if (!TryRead(ref reader, depthLeft, out var item, out refusal))
            {
                refusal = refusal.Under(items.Count.ToString(CultureInfo.InvariantCulture));
                return false;
            }

            items.Add(item);
        }

        return true;
    }

    private static bool TryReadMap(ref Utf8JsonReader reader, int depthLeft, out AttributeValue value, out JsonRefusal refusal)
    {
        var members = new List<KeyValuePair<string, AttributeValue>>();
        value = AttributeValue.Null;
        refusal = JsonRefusal.None;
        for (_ = reader.Read(); reader.TokenType != JsonTokenType.EndObject; _ = reader.Read())
        {
            if (!TryReadString(ref reader, out var name))
            {
                refusal = JsonRefusal.Here("must have member names of well-formed unicode");
                return false;
            }

            _ = reader.Read();
            if (!TryRead(ref reader, depthLeft, out var member, out refusal))
            {
                refusal = refusal.Under(name);
                return false;
            }

            members.Add(new(name, member));
        }

        var apart = AttributeMap.TryOf([.. members], out var map, out var twice);
        value = new AttributeValue.Map(map);
        refusal = apart ? JsonRefusal.None : JsonRefusal.Here("must not appear twice").Under(twice);
        return apart;
    }

    private static bool TryReadString(ref Utf8JsonReader reader, out string text)
    {
        try
        {
            text = reader.GetString()!; // Never null: the token is a string or a name.
            return true;
        }
        catch (InvalidOperationException)
        {
            // The reader's only way to say that escapes or bytes make no Unicode text ("\ud800").
            text = string.Empty;
            return false;
        }
    }
}
