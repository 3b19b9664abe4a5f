using System.Globalization;
using System.Text;

namespace AgentFunctions.Contract.Tests.Hostile;

/// <summary>The question that is allowed, as a client would write it on the wire, and its parts.</summary>
internal sealed record RawRequest(string Host, string Token, string Question)
{
    public string Length => Encoding.UTF8.GetByteCount(Question).ToString(CultureInfo.InvariantCulture);

    public string Whole => With();

    /// <param name="start">The request line.</param>
    /// <param name="headers">More header lines, each with its end.</param>
    /// <param name="length">The header that says how long the body is, with its end.</param>
    public string With(string start = "POST /access/v1/evaluation HTTP/1.1", string headers = "", string? length = null, string? body = null) =>
        $"{start}\r\nHost: {Host}\r\nConnection: close\r\nAuthorization: Bearer {Token}\r\nContent-Type: application/json\r\n{headers}{length ?? $"Content-Length: {Length}\r\n"}\r\n{body ?? Question}";

    public string Get(string target, string headers = "") => $"GET {target} HTTP/1.1\r\nHost: {Host}\r\nConnection: close\r\nAuthorization: Bearer {Token}\r\n{headers}\r\n";

    public string Chunked(string body) => With(length: "Transfer-Encoding: chunked\r\n", body: body);

    public static string Chunk(string text) => string.Create(CultureInfo.InvariantCulture, $"{text.Length:x}\r\n{text}\r\n");
}
