using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace AgentFunctions.Hosting;

/// <summary>The one media type of a body: `application/json`, in UTF-8 (RFC 8259 section 8.1), not compressed.</summary>
internal static class MediaType
{
    private const string Json = "application/json";

    /// <summary>Why the body's media type is not acceptable; null when it is.</summary>
    public static Problem? Refusal(HttpRequest request)
    {
        // Compression hides the length that the limit counts.
        if (request.Headers.ContainsKey(HeaderNames.ContentEncoding))
        {
            return new Problem(ProblemCode.UnsupportedMediaType, "a content encoding is not accepted");
        }

        return IsJson(request) ? null : new Problem(ProblemCode.UnsupportedMediaType, "the content type must be application/json");
    }

    private static bool IsJson(HttpRequest request)
    {
        var sent = request.Headers.ContentType;
        return sent.Count == 1
            && (sent[0] == Json
                || (MediaTypeHeaderValue.TryParse(sent[0], out var type)
                    && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
                    && type.Parameters.All(IsUtf8)));
    }

    private static bool IsUtf8(NameValueHeaderValue parameter) =>
        parameter.Name.Equals("charset", StringComparison.OrdinalIgnoreCase)
        && parameter.GetUnescapedValue().Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
