using AgentFunctions.Contract.Tests.Hostile;

namespace AgentFunctions.Contract.Tests.Raw;

/// <summary>Methods, targets and versions that are odd, or no HTTP/1.1 at all (RFC 9112 section 3).</summary>
internal static class StartLineAttacks
{
    private const string Target = "/access/v1/evaluation";

    private static readonly Expected Refused = new Expected.Refused();
    private static readonly Expected Harmless = new Expected.Harmless();

    public static IEnumerable<RawAttack> All => [.. Methods, .. Targets, .. Versions];

    private static IEnumerable<RawAttack> Methods =>
    [
        new("method: in small letters", raw => raw.With($"post {Target} HTTP/1.1"), Harmless),
        .. new[] { "DECIDE", "GET", "HEAD", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "POSTT", "P", "POST\t", "P\u00d6ST", "P\0ST", "{}", "\"POST\"", "-1" }
            .Select(method => new RawAttack($"method: {method.Replace('\0', '0')}", raw => raw.With($"{method} {Target} HTTP/1.1"), Refused)),
        new("method: of 64 KiB", raw => raw.With($"{new string('P', 64 << 10)} {Target} HTTP/1.1"), Refused),
        new("method: none", raw => raw.With($"{Target} HTTP/1.1"), Refused),
        new("method: behind a space", raw => raw.With($" POST {Target} HTTP/1.1"), Refused),
        new("method: behind empty lines", raw => $"\r\n\r\n{raw.Whole}", Harmless),
        new("method: CONNECT", raw => raw.With("CONNECT evil.example:443 HTTP/1.1"), Refused),
        new("method: OPTIONS of everything", raw => raw.With("OPTIONS * HTTP/1.1", length: "", body: ""), new Expected.ByHost(0, 200, 204, 400, 404, 405)),
    ];

    private static IEnumerable<RawAttack> Targets =>
    [
        new("target: absolute, of this host", raw => raw.With($"POST http://{raw.Host}{Target} HTTP/1.1"), Harmless),
        new("target: absolute, of another host", raw => raw.With($"POST http://evil.example{Target} HTTP/1.1"), Harmless),
        new("target: absolute, a file", raw => raw.With("POST file:///etc/passwd HTTP/1.1"), Refused),
        new("target: without a slash", raw => raw.With("POST access/v1/evaluation HTTP/1.1"), Refused),
        new("target: two slashes first", raw => raw.With($"POST /{Target} HTTP/1.1"), Refused),
        new("target: a star", raw => raw.With("POST * HTTP/1.1"), Refused),
        new("target: none", raw => raw.With("POST  HTTP/1.1"), Refused),
        new("target: two", raw => raw.With($"POST {Target} {Target} HTTP/1.1"), Refused),
        new("target: 64 KiB", raw => raw.Get("/people/" + new string('x', 64 << 10)), Refused),
        new("target: 64 KiB of query", raw => raw.Get("/people?next=" + new string('x', 64 << 10)), Refused),
        .. new (string What, string Path)[]
        {
            ("a NUL", "/people/a\0b"), ("a control character", "/people/a\u0001b"), ("a delete character", "/people/a\u007fb"), ("a space", "/people/a b"), ("a tab", "/people/a\tb"),
            ("bytes beyond ascii", "/people/\u00ff\u00fe"), ("an encoded NUL", "/people/a%00b"), ("an encoded line end", "/people/a%0d%0aX: y"),
            ("dots that climb", "/../../../etc/passwd"), ("encoded dots that climb", "/%2e%2e/%2e%2e/etc/passwd"), ("dots that climb out of a person", "/people/x/../../etc/passwd"),
            ("a backslash", @"/people\..\tenant"), ("an encoded slash", "/people/..%2f..%2ftenant"), ("a broken escape", "/people/%zz"), ("an overlong escape", "/people/%c0%ae%c0%ae"),
        }.Select(target => new RawAttack($"target: {target.What}", raw => raw.Get(target.Path), Refused)),
        new("target: a fragment", raw => raw.Get("/tenant#x"), new Expected.ByHost(0, 200, 400, 404)),
    ];

    private static IEnumerable<RawAttack> Versions =>
    [
        new("version: HTTP/1.0", raw => raw.With($"POST {Target} HTTP/1.0"), Harmless),
        new("version: HTTP/1.0 without a host", raw => raw.With($"POST {Target} HTTP/1.0").Replace($"Host: {raw.Host}\r\n", "", StringComparison.Ordinal), Harmless),
        .. new[] { "HTTP/3.7", "HTTP/2.0", "HTTP/0.9", "HTTP/1", "HTTP/1.1.1", "HTTP/1.10", "HTTP/01.1", "http/1.1", "HTTPS/1.1", "HTTP 1.1", "HTTP/\u0661.1" }
            .Select(version => new RawAttack($"version: {version}", raw => raw.With($"POST {Target} {version}"), Refused)),
        new("version: none", _ => $"POST {Target}\r\n\r\n", Refused),
        new("version: HTTP/0.9, a line alone", _ => "GET /health\r\n", Refused, Ending.Finished),
        new("version: HTTP/2 without asking", _ => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\u0004\0\0\0\0\0", Refused, Ending.Finished),
        new("version: a TLS hello", _ => "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003", Refused, Ending.Finished),
        new("version: 64 KiB of one character", _ => new string('A', 64 << 10), Refused, Ending.Finished),
        new("version: 64 KiB of NUL", _ => new string('\0', 64 << 10), Refused, Ending.Finished),
        new("version: 64 KiB of line ends", _ => string.Concat(Enumerable.Repeat("\r\n", 32 << 10)), Refused, Ending.Finished),
    ];
}
