using System.Globalization;

namespace AgentFunctions.Contract.Tests.Raw;

/// <summary>The question that is allowed, as a client would write it on the wire, and its parts.</summary>
/// <param name="Host">Of the app, with its port.</param>
/// <param name="Token">Of a gateway.</param>
/// <param name="Administrator">The token of who may read everything.</param>
/// <param name="Question">ASCII only.</param>
internal sealed record RawRequest(string Host, string Token, string Administrator, string Question)
{
    public string Length => Question.Length.ToString(CultureInfo.InvariantCulture);

    public string Whole => With();

    /// <summary>Cut in the middle of its headers.</summary>
    public string HalfHead => Whole[..60];

    /// <param name="start">The request line.</param>
    /// <param name="headers">More header lines, each with its end.</param>
    /// <param name="length">The header that says how long the body is, with its end.</param>
    /// <param name="connection">Whether another request may follow: `close` or `keep-alive`.</param>
    public string With(
        string start = "POST /access/v1/evaluation HTTP/1.1", string headers = "", string? length = null, string? body = null, string connection = "close") =>
        $"{start}\r\nHost: {Host}\r\nConnection: {connection}\r\nAuthorization: Bearer {Token}\r\nContent-Type: application/json\r\n{headers}{length ?? $"Content-Length: {Length}\r\n"}\r\n{body ?? Question}";

    /// <summary>Read by who may read everything.</summary>
    public string Get(string target) => $"GET {target} HTTP/1.1\r\nHost: {Host}\r\nConnection: close\r\nAuthorization: Bearer {Administrator}\r\n\r\n";

    public string Chunked(string body, string headers = "", string connection = "close") =>
        With(headers: headers, length: "Transfer-Encoding: chunked\r\n", body: body, connection: connection);

    public static string Chunk(string text) => string.Create(CultureInfo.InvariantCulture, $"{text.Length:x}\r\n{text}\r\n");

    /// <summary>The whole body in one chunk, and its end.</summary>
    public static string OneChunk(string text) => $"{Chunk(text)}0\r\n\r\n";
}
