using System.Globalization;
using AgentFunctions.Domain.Attributes;
using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Hosting;

/// <summary>A document as the answer, in canonical JSON.</summary>
/// <param name="Version">Its `ETag`; 0 for a document that has none.</param>
internal sealed record DocumentAnswer(AttributeValue Document, int Status, long Version) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => Status;

    public static DocumentAnswer Ok(AttributeValue document, long version) => new(document, StatusCodes.Status200OK, version);

    /// <summary>As an `ETag` writes it (RFC 9110 section 8.8.3).</summary>
    public static string TagOf(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var body = CanonicalJson.ToUtf8(Document);
        response.StatusCode = Status;
        response.ContentType = "application/json";
        response.ContentLength = body.Length;
        if (Version > 0)
        {
            response.Headers.ETag = TagOf(Version);
        }

        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
