using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace AgentFunctions.Hosting;

/// <summary>A refusal or a fault as the caller sees it: RFC 9457 problem details, and nothing of what happened inside.</summary>
/// <param name="Code">Decides status, type and title.</param>
/// <param name="Detail">
/// Optional. Lower case, no full stop; what is the caller's own is in backticks, escaped and bounded by whoever writes it.
/// </param>
internal sealed record Problem(ProblemCode Code, string? Detail = null) : IResult, IStatusCodeHttpResult
{
    public const string ContentType = "application/problem+json";

    /// <summary>Prefix of `type`: an identifier, not an address.</summary>
    public const string TypePrefix = "urn:agentfunctions:problem:";

    /// <summary>In whole seconds, for every 503.</summary>
    public const int RetryAfterSeconds = 1;

    public int? StatusCode => ProblemKind.Of(Code).Status;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var kind = ProblemKind.Of(Code);
        var response = httpContext.Response;
        response.StatusCode = kind.Status;
        response.ContentType = ContentType;
        AddHeaders(response.Headers, kind);
        var body = Print(kind, httpContext.GetRequestId());
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    private void AddHeaders(IHeaderDictionary headers, ProblemKind kind)
    {
        if (kind.Status == StatusCodes.Status503ServiceUnavailable)
        {
            headers[HeaderNames.RetryAfter] = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        }

        // RFC 6750 section 3.1: no error code when no token was sent.
        if (kind.Status == StatusCodes.Status401Unauthorized)
        {
            headers[HeaderNames.WWWAuthenticate] = Code == ProblemCode.TokenMissing ? "Bearer" : $"Bearer error=\"{kind.Name}\"";
        }
    }

    private byte[] Print(ProblemKind kind, string requestId)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", $"{TypePrefix}{kind.Name}");
            json.WriteString("title", kind.Title);
            json.WriteNumber("status", kind.Status);
            if (Detail is not null)
            {
                json.WriteString("detail", Detail);
            }

            json.WriteString("code", kind.Name);
            json.WriteString("request_id", requestId);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
