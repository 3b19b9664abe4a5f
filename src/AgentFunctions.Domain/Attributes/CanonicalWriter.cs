using System.Buffers;
using System.Globalization;
using System.Text;

namespace AgentFunctions.Domain.Attributes;

/// <summary>Writes canonical JSON (RFC 8785) into a borrowed buffer.</summary>
internal sealed class CanonicalWriter : IDisposable
{
    private const int FirstSize = 4_096;

    /// <summary>Most bytes of one UTF-16 code unit in UTF-8.</summary>
    private const int BytesACharacter = 3;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (char)code), '"', '\\']);

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int length;

    /// <summary>Until the writer is disposed or written to again.</summary>
    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, length);

    public void Write(AttributeValue value)
    {
        switch (value)
        {
            case AttributeValue.Flag flag:
                Append(flag.Value ? "true"u8 : "false"u8);
                break;
            case AttributeValue.Number number:
                Append(EcmaScriptNumber.Format(number.Value));
                break;
            case AttributeValue.Text text:
                WriteText(text.Value);
                break;
            case AttributeValue.List list:
                WriteList(list.Items);
                break;
            case AttributeValue.Map map:
                WriteMap(map.Members);
                break;
            default:
                Append("null"u8);
                break;
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);

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

    private void WriteList(IReadOnlyList<AttributeValue> items)
    {
        Append("["u8);
        for (var i = 0; i < items.Count; i++)
        {
            Append(i == 0 ? default : ","u8);
            Write(items[i]);
        }

        Append("]"u8);
    }

    private void WriteMap(AttributeMap map)
    {
        Append("{"u8);
        var separator = ""u8;
        foreach (var (name, member) in map.Span)
        {
            Append(separator);
            WriteText(name);
            Append(":"u8);
            Write(member);
            separator = ","u8;
        }

        Append("}"u8);
    }

    private void WriteText(ReadOnlySpan<char> text)
    {
        Append("\""u8);
        for (var next = text.IndexOfAny(Escaped); next >= 0; next = text.IndexOfAny(Escaped))
        {
            Append(text[..next]);
            Append(Escape(text[next]));
            text = text[(next + 1)..];
        }

        Append(text);
        Append("\""u8);
    }

    private void Append(ReadOnlySpan<char> text) => length += StrictUtf8.GetBytes(text, Room(text.Length * BytesACharacter));

    private void Append(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Room(text.Length));
        length += text.Length;
    }

    private Span<byte> Room(int size)
    {
        if (buffer.Length - length < size)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(buffer.Length * 2, length + size));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        return buffer.AsSpan(length);
    }
}
