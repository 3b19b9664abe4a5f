using System.Collections.Frozen;
using System.Text;
using AgentFunctions.Contract.Tests.Drivers;

namespace AgentFunctions.Contract.Tests.Hostile;

/// <summary>Hostile requests that no HTTP client would send: cut off, contradictory, or no HTTP at all.</summary>
public sealed class RawTests(Victim victim) : IClassFixture<Victim>
{
    // 0 is a connection that ended without an answer: who cannot speak HTTP need not be answered in it.
    private static readonly Expected NoRequest = new Expected.ByHost(0, 400);
    private static readonly Expected NotFound = new Expected.ByHost(0, 400, 404);

    private static readonly FrozenDictionary<string, RawAttack> Attacks = new RawAttack[]
    {
        new("a plain request, to compare", raw => raw.Whole, new Expected.ByHost(200)),
        new("a plain request in chunks, to compare", raw => raw.Chunked(RawRequest.Chunk(raw.Question[..10]) + RawRequest.Chunk(raw.Question[10..]) + "0\r\n\r\n"), new Expected.ByHost(200)),
        new("half a body, then silence", raw => raw.With(body: raw.Question[..20]), new Expected.ByHost(0, 400, 408)),
        new("half a body, then the end", raw => raw.With(body: raw.Question[..20]), new Expected.ByHost(0, 400, 408), IsHalfClosed: true),
        new("no body at all, then silence", raw => raw.With(body: ""), new Expected.ByHost(0, 400, 408)),
        new("headers cut off", raw => raw.Whole[..60], NoRequest, IsHalfClosed: true),
        new("a body that goes on after its length", raw => raw.Whole + "GET / HTTP/1.1\r\n\r\n", new Expected.ByHost(200)),
        new("two lengths", raw => raw.With(length: $"Content-Length: {raw.Length}\r\nContent-Length: 5\r\n"), NoRequest),
        new("a length and chunks", raw => raw.With(headers: "Transfer-Encoding: chunked\r\n", body: RawRequest.Chunk(raw.Question) + "0\r\n\r\n"), new Expected.ByHost(0, 200, 400)),
        new("a negative length", raw => raw.With(length: "Content-Length: -1\r\n"), NoRequest),
        new("a length beyond a number", raw => raw.With(length: "Content-Length: 99999999999999999999\r\n"), NoRequest),
        new("a length of 10 GiB", raw => raw.With(length: "Content-Length: 10737418240\r\n"), new Expected.ByHost(0, 400, 413)),
        new("a length with a plus", raw => raw.With(length: $"Content-Length: +{raw.Length}\r\n"), NoRequest),
        new("chunks that are no chunks", raw => raw.Chunked("not-a-chunk\r\n"), NoRequest),
        new("a chunk shorter than it says", raw => raw.Chunked($"fff\r\n{raw.Question}\r\n0\r\n\r\n"), new Expected.ByHost(0, 400, 408), IsHalfClosed: true),
        new("a chunk of a negative length", raw => raw.Chunked($"-5\r\n{raw.Question}\r\n0\r\n\r\n"), NoRequest),
        new("a chunk beyond a number", raw => raw.Chunked($"ffffffffffffffffff\r\n{raw.Question}\r\n0\r\n\r\n"), NoRequest),
        new("300 KiB in chunks, undeclared", raw => raw.Chunked(string.Concat(Enumerable.Repeat(RawRequest.Chunk(new string(' ', 1 << 10)), 300)) + RawRequest.Chunk(raw.Question) + "0\r\n\r\n"), new Expected.ByHost(0, 413)),
        new("a coding that nobody knows", raw => raw.With(length: "Transfer-Encoding: gzip, chunked\r\n", body: RawRequest.Chunk(raw.Question) + "0\r\n\r\n"), new Expected.ByHost(0, 400, 415, 501)),
        new("two content types", raw => raw.With(headers: "Content-Type: text/plain\r\n"), new Expected.ByHost(400, 415)),
        new("two tokens", raw => raw.With(headers: $"Authorization: Bearer {raw.Token}\r\n"), new Expected.ByHost(400, 401)),
        new("a token with a NUL", raw => raw.With().Replace("Bearer ", "Bearer \0", StringComparison.Ordinal), new Expected.ByHost(0, 400, 401)),
        new("a token with bytes beyond ascii", raw => raw.With().Replace("Bearer ", "Bearer \u00e9", StringComparison.Ordinal), new Expected.ByHost(0, 400, 401)),
        new("a header with a NUL", raw => raw.With(headers: "X-Request-ID: a\0b\r\n"), NoRequest),
        new("a header folded over two lines", raw => raw.With(headers: "X-Request-ID: a\r\n b: c\r\n"), new Expected.ByHost(0, 200, 400)),
        new("a header without a name", raw => raw.With(headers: ": x\r\n"), NoRequest),
        new("a header with a space in its name", raw => raw.With(headers: "X Request: x\r\n"), NoRequest),
        new("a header of 64 KiB", raw => raw.With(headers: $"X-Long: {new string('x', 64 << 10)}\r\n"), new Expected.ByHost(0, 400, 431)),
        new("1,000 headers", raw => raw.With(headers: string.Concat(Enumerable.Range(0, 1_000).Select(number => $"X-{number}: x\r\n"))), new Expected.ByHost(0, 400, 431)),
        new("a request id with bytes beyond ascii", raw => raw.With(headers: "X-Request-ID: \u00ff\u00fe\r\n"), new Expected.ByHost(0, 200, 400)),
        new("two request ids", raw => raw.With(headers: "X-Request-ID: a\r\nX-Request-ID: b\r\n"), new Expected.ByHost(200)),
        new("no host", raw => raw.Whole.Replace($"Host: {raw.Host}\r\n", "", StringComparison.Ordinal), NoRequest),
        new("two hosts", raw => raw.With(headers: "Host: evil.example\r\n"), NoRequest),
        new("another host", raw => raw.Whole.Replace($"Host: {raw.Host}", "Host: evil.example", StringComparison.Ordinal), new Expected.ByHost(200, 400)),
        new("a method in small letters", raw => raw.With("post /access/v1/evaluation HTTP/1.1"), new Expected.ByHost(0, 400, 404, 405)),
        new("a method that nobody knows", raw => raw.With("DECIDE /access/v1/evaluation HTTP/1.1"), new Expected.ByHost(0, 400, 404, 405)),
        new("a version that nobody speaks", raw => raw.With("POST /access/v1/evaluation HTTP/3.7"), new Expected.ByHost(0, 400, 505)),
        new("no version", raw => "POST /access/v1/evaluation\r\n\r\n", NoRequest),
        new("no HTTP", raw => "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003", NoRequest, IsHalfClosed: true),
        new("an absolute target of another host", raw => raw.With("POST http://evil.example/access/v1/evaluation HTTP/1.1"), new Expected.ByHost(0, 200, 400, 404)),
        new("a NUL in the path", raw => raw.Get("/people/a\0b"), NotFound),
        new("a control character in the path", raw => raw.Get("/people/a\u0001b"), NotFound),
        new("a space in the path", raw => raw.Get("/people/a b"), NotFound),
        new("bytes beyond ascii in the path", raw => raw.Get("/people/\u00ff\u00fe"), NotFound),
        new("an encoded NUL in the path", raw => raw.Get("/people/a%00b"), NotFound),
        new("dots that climb", raw => raw.Get("/../../../etc/passwd"), NotFound),
        new("encoded dots that climb", raw => raw.Get("/%2e%2e/%2e%2e/etc/passwd"), NotFound),
        new("a backslash in the path", raw => raw.Get(@"/people\..\tenant"), NotFound),
        new("a fragment in the path", raw => raw.Get("/tenant#x"), new Expected.ByHost(0, 400, 403, 404)),
        new("a path of 64 KiB", raw => raw.Get("/people/" + new string('x', 64 << 10)), new Expected.ByHost(0, 400, 404, 414)),
        new("an expectation that nobody meets", raw => raw.With(headers: "Expect: 200-ok\r\n"), new Expected.ByHost(0, 200, 400, 417)),
        new("an upgrade", raw => raw.With(headers: "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n"), new Expected.ByHost(0, 200, 400)),
    }.ToFrozenDictionary(attack => attack.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Attacks.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_ends_as_it_must(string name)
    {
        var attack = Attacks[name];
        var address = victim.Deployment.Wire.Address;
        var raw = new RawRequest(new Uri(address).Authority, victim.Gateway, victim.Question);

        var answer = await RawConnection.SendAsync(address, Encoding.Latin1.GetBytes(attack.Make(raw)), attack.IsHalfClosed);

        CheckAnswer(attack.Expected, answer);
        (await victim.Deployment.Wire.SendAsync(Call.Get("/health"))).ShouldBe(200);
    }

    // An odd wrapping around an honest question may be taken for one: only the question itself is allowed.
    private static void CheckAnswer(Expected expected, Answer answer)
    {
        if (expected is Expected.ByHost host && answer.Status == 200)
        {
            host.Statuses.ShouldContain(200, answer.Text);
            answer.Text.ShouldContain("\"decision\":true");
            return;
        }

        expected.Check(answer);
    }
}
