using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using AgentFunctions.Domain.Attributes;

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
            // First, because the parser faults on such a name while it looks for repeated ones.
            return JsonMark.HasLoneSurrogate(text)
                ? Invalid("a text holds half of a surrogate pair")
                : new BodyOutcome<JsonDocument>.Accepted(JsonDocument.Parse(body, StrictJson.Document));
        }
        catch (JsonException fault)
        {
            return Invalid(Describe(fault));
        }
    }

    /// <summary>As strict as <see cref="Parse"/>; numbers that a double does not hold are refused as well.</summary>
    public static BodyOutcome<AttributeValue> ParseAttributes(ReadOnlySpan<byte> body) => AttributeJson.Parse(body, StrictJson.MaxDepth) switch
    {
        JsonParse<AttributeValue>.Accepted accepted => new BodyOutcome<AttributeValue>.Accepted(accepted.Value),
        JsonParse<AttributeValue>.Refused refused => new BodyOutcome<AttributeValue>.Refused(
            new Problem(ProblemCode.InvalidJson, Describe(refused.Pointer, refused.Why))),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

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

    /// <summary>What a reader refused, with the place bounded and kept inside its backticks.</summary>
    /// <param name="pointer">RFC 6901.</param>
    public static string Describe(string pointer, string why) => $"`{Bound(pointer)}` {why}";

    private static string DescribePath(JsonException fault) => Describe(fault.Path ?? "$", "is missing a member or is of the wrong type");

    private static string Bound(string path) =>
        (path.Length <= MaxPathLength ? path : $"{path[..MaxPathLength]}...").Replace('`', '\'');

    private static BodyOutcome<JsonDocument>.Refused Invalid(string detail) => new(new Problem(ProblemCode.InvalidJson, detail));
}
