using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace AgentFunctions.Hosting;

/// <summary>The one media type of a body: `application/json`, in UTF-8 (RFC 8259 section 8.1), not compressed.</summary>
internal static class MediaType
{
    private const string Json = "application/json";

    /// <summary>Why the body's media type is not acceptable; null when it is.</summary>
    public static Problem? Refusal(HttpRequest request)
    {
        if (IsEncoded(request))
        {
            return new Problem(ProblemCode.UnsupportedMediaType, "a content or transfer encoding is not accepted");
        }

        return IsJson(request) ? null : new Problem(ProblemCode.UnsupportedMediaType, "the content type must be application/json");
    }

    /// <summary>
    /// Whether the body is something else than its bytes. Compression hides the length that the limit counts; a transfer
    /// coding other than chunks is undone by nobody here (RFC 9112 section 6.1).
    /// </summary>
    public static bool IsEncoded(HttpRequest request) =>
        request.Headers.ContainsKey(HeaderNames.ContentEncoding)
        || !(request.Headers.TransferEncoding is [] || IsChunked(request.Headers.TransferEncoding));

    private static bool IsChunked(StringValues coding) => coding is [{ } only] && only.Equals("chunked", StringComparison.OrdinalIgnoreCase);

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
