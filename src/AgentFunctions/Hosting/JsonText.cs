using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace AgentFunctions.Hosting;

/// <summary>Parses a whole body. What it refuses is described by place, never by content.</summary>
internal static class JsonText
{
    // Longest part of a member's path that is said back.
    private const int MaxPathLength = 64;

    public static BodyOutcome<JsonDocument> Parse(ReadOnlyMemory<byte> body)
    {
        var text = body.Span;
        if (text.IsEmpty)
        {
            return Invalid("the body is empty");
        }

        if (text.StartsWith(JsonMark.ByteOrder))
        {
            return Invalid("the body starts with a byte order mark");
        }

        if (!Utf8.IsValid(text))
        {
            return Invalid("the body is not utf-8");
        }

        try
        {
            var document = JsonDocument.Parse(body, StrictJson.Document);
            if (!JsonMark.HasLoneSurrogate(text))
            {
                return new BodyOutcome<JsonDocument>.Accepted(document);
            }

            document.Dispose();
            return Invalid("a text holds half of a surrogate pair");
        }
        catch (JsonException fault)
        {
            return Invalid(Describe(fault));
        }
    }

    public static BodyOutcome<T> Bind<T>(JsonDocument document, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return document.Deserialize(type) is { } value
                ? new BodyOutcome<T>.Accepted(value)
                : new BodyOutcome<T>.Refused(new Problem(ProblemCode.InvalidRequest, "the body is null"));
        }
        catch (JsonException fault)
        {
            return new BodyOutcome<T>.Refused(new Problem(ProblemCode.InvalidRequest, DescribePath(fault)));
        }
    }

    // A fault without a place is a repeated member: the parser finds it after the object was read.
    private static string Describe(JsonException fault) => fault.LineNumber is { } line
        ? $"not json of at most {StrictJson.MaxDepth} levels, at line {line + 1}, byte {fault.BytePositionInLine + 1}"
        : "a member appears more than once";

    private static string DescribePath(JsonException fault)
    {
        var path = fault.Path ?? "$";
        var bounded = path.Length <= MaxPathLength ? path : $"{path[..MaxPathLength]}...";
        return $"`{bounded.Replace('`', '\'')}` is missing a member or is of the wrong type";
    }

    private static BodyOutcome<JsonDocument>.Refused Invalid(string detail) => new(new Problem(ProblemCode.InvalidJson, detail));
}
