using System.Text.Json;

namespace AgentFunctions.Hosting;

/// <summary>Marks in JSON text that a parser lets through and that must not get further.</summary>
internal static class JsonMark
{
    /// <summary>U+FEFF in UTF-8: a parser is free to ignore it or not (RFC 8259 section 8.1), so it is refused.</summary>
    public static ReadOnlySpan<byte> ByteOrder => [0xEF, 0xBB, 0xBF];

    /// <summary>
    /// True when an escape names half of a surrogate pair: legal JSON, but no text (RFC 8259 section 8.2), so that
    /// every reader makes something else of it.
    /// </summary>
    /// <param name="text">Valid UTF-8.</param>
    /// <exception cref="JsonException">It is not JSON of at most <see cref="StrictJson.MaxDepth"/> levels.</exception>
    public static bool HasLoneSurrogate(ReadOnlySpan<byte> text)
    {
        // INVARIANT: valid UTF-8 holds no surrogates, so only an escape can make one.
        if (text.IndexOf("\\u"u8) < 0)
        {
            return false;
        }

        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = StrictJson.MaxDepth });
        while (reader.Read())
        {
            if (reader.ValueIsEscaped && !IsText(ref reader))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
