using AgentFunctions.Contract.Tests.Hostile;

namespace AgentFunctions.Contract.Tests.Raw;

/// <summary>Headers that are too many, too long, said twice, or no headers (RFC 9112 section 5).</summary>
internal static class HeaderAttacks
{
    private static readonly Expected Refused = new Expected.Refused();
    private static readonly Expected Harmless = new Expected.Harmless();

    public static IEnumerable<RawAttack> All =>
    [
        new("header: two tokens", raw => raw.With(headers: $"Authorization: Bearer {raw.Token}\r\n"), new Expected.ByHost(0, 400, 401)),
        new("header: two tokens, the second one of somebody else", raw => raw.With(headers: $"Authorization: Bearer {raw.Administrator}\r\n"), new Expected.ByHost(0, 400, 401)),
        new("header: two tokens in one line", raw => raw.Whole.Replace("Bearer ", $"Bearer {raw.Token}, Bearer ", StringComparison.Ordinal), new Expected.ByHost(0, 400, 401)),
        new("header: a token with a NUL", raw => raw.Whole.Replace("Bearer ", "Bearer \0", StringComparison.Ordinal), Refused),
        new("header: a token with bytes beyond ascii", raw => raw.Whole.Replace("Bearer ", "Bearer \u00e9", StringComparison.Ordinal), Refused),
        new("header: a token of 20 KiB", raw => raw.Whole.Replace("Bearer ", $"Bearer {new string('x', 20 << 10)}", StringComparison.Ordinal), new Expected.ByHost(0, 400, 401, 431)),
        new("header: two content types", raw => raw.With(headers: "Content-Type: text/plain\r\n"), new Expected.ByHost(0, 400, 415)),
        new("header: two request ids", raw => raw.With(headers: "X-Request-ID: a\r\nX-Request-ID: b\r\n"), Harmless),
        new("header: a request id with bytes beyond ascii", raw => raw.With(headers: "X-Request-ID: \u00ff\u00fe\r\n"), Harmless),
        new("header: a request id with a NUL", raw => raw.With(headers: "X-Request-ID: a\0b\r\n"), Refused),
        new("header: a request id with a bare carriage return", raw => raw.With(headers: "X-Request-ID: a\rSet-Cookie: b\r\n"), Refused),
        new("header: a request id with a bare line feed, as if another followed", raw => raw.With(headers: "X-Request-ID: a\nX-Other: b\r\n"), Harmless),
        new("header: folded over two lines", raw => raw.With(headers: "X-Request-ID: a\r\n b: c\r\n"), Harmless),
        new("header: without a name", raw => raw.With(headers: ": x\r\n"), Refused),
        new("header: without a colon", raw => raw.With(headers: "X-Nothing\r\n"), Refused),
        new("header: a space in its name", raw => raw.With(headers: "X Request: x\r\n"), Refused),
        new("header: a space before the colon", raw => raw.With(headers: "X-Request-ID : x\r\n"), Refused),
        new("header: a NUL in its name", raw => raw.With(headers: "X-A\0: x\r\n"), Refused),
        new("header: bytes beyond ascii in its name", raw => raw.With(headers: "X-\u00fc: x\r\n"), Refused),
        new("header: a space before the first one", raw => raw.Whole.Replace("\r\nHost", "\r\n Host", StringComparison.Ordinal), Refused),
        new("header: 64 KiB", raw => raw.With(headers: $"X-Long: {new string('x', 64 << 10)}\r\n"), Refused),
        new("header: a name of 64 KiB", raw => raw.With(headers: $"{new string('x', 64 << 10)}: x\r\n"), Refused),
        new("header: 1,000 of them", raw => raw.With(headers: string.Concat(Enumerable.Range(0, 1_000).Select(number => $"X-{number}: x\r\n"))), Refused),
        new("header: 100,000 of them", raw => raw.With(headers: string.Concat(Enumerable.Range(0, 100_000).Select(number => $"X-{number}: x\r\n"))), Refused),
        new("header: one of them 1,000 times", raw => raw.With(headers: string.Concat(Enumerable.Repeat("X-Request-ID: x\r\n", 1_000))), Refused),
        new("header: bare line feeds everywhere", raw => raw.Whole.Replace("\r\n", "\n", StringComparison.Ordinal), Harmless),
        new("header: bare carriage returns everywhere", raw => raw.Whole.Replace("\r\n", "\r", StringComparison.Ordinal), Refused, Ending.Finished),
        new("header: no host", raw => raw.Whole.Replace($"Host: {raw.Host}\r\n", "", StringComparison.Ordinal), Refused),
        new("header: two hosts", raw => raw.With(headers: "Host: evil.example\r\n"), Refused),
        new("header: another host", raw => raw.Whole.Replace($"Host: {raw.Host}", "Host: evil.example", StringComparison.Ordinal), Harmless),
        new("header: a host that is none", raw => raw.Whole.Replace($"Host: {raw.Host}", "Host: a b/c?d#e", StringComparison.Ordinal), Refused),
        new("header: an expectation that nobody meets", raw => raw.With(headers: "Expect: 200-ok\r\n"), Harmless),
        new("header: an expectation that is met, the body not waiting for it", raw => raw.With(headers: "Expect: 100-continue\r\n"), new Expected.Allowed()),
        new("header: an expectation that is met, and then silence", raw => raw.With(headers: "Expect: 100-continue\r\n", body: ""), new Expected.Problem(408, "body_timeout")),
        new("header: an upgrade to HTTP/2", raw => raw.With(headers: "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n"), Harmless),
        new("header: an upgrade to a web socket", raw => raw.With(headers: "Upgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"), Harmless),
        new("header: a connection that drops the token on the way", raw => raw.Whole.Replace("Connection: close", "Connection: close, authorization", StringComparison.Ordinal), Harmless),
    ];
}
