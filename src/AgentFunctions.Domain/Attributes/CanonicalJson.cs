using System.Buffers;
using System.Globalization;
using System.Text;

namespace AgentFunctions.Domain.Attributes;

/// <summary>
/// The one byte sequence of a JSON value (RFC 8785, JCS): what digests, hashes and rows are made of.
/// </summary>
public static class CanonicalJson
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (char)code), '"', '\\']);

    /// <exception cref="ArgumentException">
    /// A lone surrogate or a number that is not finite. <see cref="AttributeJson"/> lets neither in.
    /// </exception>
    public static byte[] ToUtf8(AttributeValue value)
    {
        var output = new ArrayBufferWriter<byte>();
        Write(output, value);
        return output.WrittenSpan.ToArray();
    }

    /// <summary><see cref="ToUtf8"/>, as text.</summary>
    public static string ToText(AttributeValue value) => Encoding.UTF8.GetString(ToUtf8(value));

    public static void Write(IBufferWriter<byte> output, AttributeValue value)
    {
        switch (value)
        {
            case AttributeValue.Flag flag:
                output.Write(flag.Value ? "true"u8 : "false"u8);
                break;
            case AttributeValue.Number number:
                WritePlain(output, EcmaScriptNumber.Format(number.Value));
                break;
            case AttributeValue.Text text:
                WriteText(output, text.Value);
                break;
            case AttributeValue.List list:
                WriteList(output, list.Items);
                break;
            case AttributeValue.Map map:
                WriteMap(output, map.Members);
                break;
            default:
                output.Write("null"u8);
                break;
        }
    }

    private static void WriteList(IBufferWriter<byte> output, IReadOnlyList<AttributeValue> items)
    {
        output.Write("["u8);
        for (var i = 0; i < items.Count; i++)
        {
            output.Write(i == 0 ? default : ","u8);
            Write(output, items[i]);
        }

        output.Write("]"u8);
    }

    private static void WriteMap(IBufferWriter<byte> output, AttributeMap map)
    {
        output.Write("{"u8);
        var separator = ""u8;
        KeyValuePair<string, AttributeValue>[] members = [.. map.Members];
        members.AsSpan().Sort(static (left, right) => string.CompareOrdinal(left.Key, right.Key));
        foreach (var (name, member) in members)
        {
            output.Write(separator);
            WriteText(output, name);
            output.Write(":"u8);
            Write(output, member);
            separator = ","u8;
        }

        output.Write("}"u8);
    }

    private static void WriteText(IBufferWriter<byte> output, ReadOnlySpan<char> text)
    {
        output.Write("\""u8);
        for (var next = text.IndexOfAny(Escaped); next >= 0; next = text.IndexOfAny(Escaped))
        {
            WritePlain(output, text[..next]);
            WritePlain(output, Escape(text[next]));
            text = text[(next + 1)..];
        }

        WritePlain(output, text);
        output.Write("\""u8);
    }

    private static string Escape(char character) => character switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\t' => "\\t",
        '\n' => "\\n",
        '\f' => "\\f",
        '\r' => "\\r",
        _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
    };

    private static void WritePlain(IBufferWriter<byte> output, ReadOnlySpan<char> text) => StrictUtf8.GetBytes(text, output);
}
