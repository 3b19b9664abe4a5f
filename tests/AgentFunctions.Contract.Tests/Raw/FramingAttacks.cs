using AgentFunctions.Contract.Tests.Hostile;

namespace AgentFunctions.Contract.Tests.Raw;

/// <summary>
/// Bodies whose length is contradictory or none (RFC 9112 sections 6 and 7). Where one could hide a request, it hides
/// the honest question: a second answer would show it.
/// </summary>
internal static class FramingAttacks
{
    private static readonly Expected Refused = new Expected.Refused();
    private static readonly Expected Harmless = new Expected.Harmless();

    public static IEnumerable<RawAttack> All => [.. Lengths, .. Both, .. Chunks];

    private static IEnumerable<RawAttack> Lengths =>
    [
        new("length: as it must be", raw => raw.Whole, new Expected.Allowed()),
        new("length: two that differ", raw => raw.With(length: $"Content-Length: {raw.Length}\r\nContent-Length: 5\r\n"), Refused),
        new("length: two that differ, the other way round", raw => raw.With(length: $"Content-Length: 5\r\nContent-Length: {raw.Length}\r\n"), Refused),
        new("length: the same twice", raw => raw.With(length: $"Content-Length: {raw.Length}\r\nContent-Length: {raw.Length}\r\n"), Harmless),
        new("length: a list", raw => raw.With(length: $"Content-Length: {raw.Length}, {raw.Length}\r\n"), Harmless),
        new("length: a list that differs", raw => raw.With(length: $"Content-Length: {raw.Length}, 5\r\n"), Refused),
        new("length: negative", raw => raw.With(length: "Content-Length: -1\r\n"), Refused),
        new("length: beyond a number", raw => raw.With(length: "Content-Length: 99999999999999999999\r\n"), Refused),
        new("length: the highest number", raw => raw.With(length: "Content-Length: 9223372036854775807\r\n"), new Expected.ByHost(0, 400, 413)),
        new("length: 10 GiB", raw => raw.With(length: "Content-Length: 10737418240\r\n"), new Expected.ByHost(0, 400, 413)),
        new("length: 10 GiB, and waiting to be told to go on", raw => raw.With(headers: "Expect: 100-continue\r\n", length: "Content-Length: 10737418240\r\n", body: ""), new Expected.ByHost(0, 400, 413)),
        new("length: hexadecimal", raw => raw.With(length: "Content-Length: 0xff\r\n"), Refused),
        new("length: a fraction", raw => raw.With(length: $"Content-Length: {raw.Length}.0\r\n"), Refused),
        new("length: a word", raw => raw.With(length: "Content-Length: all\r\n"), Refused),
        new("length: empty", raw => raw.With(length: "Content-Length: \r\n"), Refused),
        new("length: with a plus", raw => raw.With(length: $"Content-Length: +{raw.Length}\r\n"), Harmless),
        new("length: with zeros before it", raw => raw.With(length: $"Content-Length: 000{raw.Length}\r\n"), Harmless),
        new("length: none, and no chunks", raw => raw.With(length: ""), Refused),
        new("length: shorter than the body", raw => raw.With(length: "Content-Length: 5\r\n"), Refused),
        new("length: 0, and a body", raw => raw.With(length: "Content-Length: 0\r\n"), Refused),
    ];

    private static IEnumerable<RawAttack> Both =>
    [
        Hiding("both: a length, then chunks", raw => $"Content-Length: {raw.Length}\r\nTransfer-Encoding: chunked\r\n"),
        Hiding("both: chunks, then a length", raw => $"Transfer-Encoding: chunked\r\nContent-Length: {raw.Length}\r\n"),
        Hiding("both: chunks with a space before the colon", raw => $"Content-Length: {raw.Length}\r\nTransfer-Encoding : chunked\r\n"),
        Hiding("both: chunks behind a vertical tab", raw => $"Content-Length: {raw.Length}\r\nTransfer-Encoding:\u000bchunked\r\n"),
        Hiding("both: chunks of another name", raw => $"Content-Length: {raw.Length}\r\nTransfer-Encoding: xchunked\r\n"),
        Hiding("both: chunks in quotes", raw => $"Content-Length: {raw.Length}\r\nTransfer-Encoding: \"chunked\"\r\n"),
        Hiding("both: chunks twice, one of another name", raw => $"Content-Length: {raw.Length}\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n"),
        Hiding("both: chunks in a folded line", raw => $"Content-Length: {raw.Length}\r\nTransfer-Encoding:\r\n chunked\r\n"),
        new("coding: one that nobody knows, then chunks", raw => raw.With(length: "Transfer-Encoding: gzip, chunked\r\n", body: RawRequest.OneChunk(raw.Question)), Refused),
        new("coding: chunks, then one that nobody knows", raw => raw.With(length: "Transfer-Encoding: chunked, gzip\r\n", body: RawRequest.OneChunk(raw.Question)), Refused),
        new("coding: chunks twice", raw => raw.With(length: "Transfer-Encoding: chunked, chunked\r\n", body: RawRequest.OneChunk(raw.Question)), Refused),
        new("coding: identity", raw => raw.With(length: "Transfer-Encoding: identity\r\n"), Refused),
        new("coding: chunks in HTTP/1.0", raw => raw.With("POST /access/v1/evaluation HTTP/1.0", length: "Transfer-Encoding: chunked\r\n", body: RawRequest.OneChunk(raw.Question)), Harmless),
    ];

    private static IEnumerable<RawAttack> Chunks =>
    [
        new("chunks: as they must be", raw => raw.Chunked(RawRequest.Chunk(raw.Question[..10]) + RawRequest.OneChunk(raw.Question[10..])), new Expected.Allowed()),
        new("chunks: with extensions and trailers", raw => raw.Chunked($"{raw.Question.Length:x};a=\"b\"\r\n{raw.Question}\r\n0\r\nAuthorization: Bearer x\r\n\r\n"), Harmless),
        new("chunks: none", raw => raw.Chunked("not-a-chunk\r\n"), Refused),
        new("chunks: shorter than it says", raw => raw.Chunked($"fff\r\n{raw.Question}\r\n0\r\n\r\n"), new Expected.Problem(408, "body_timeout")),
        new("chunks: longer than it says", raw => raw.Chunked($"5\r\n{raw.Question}\r\n0\r\n\r\n"), Refused),
        new("chunks: of a negative length", raw => raw.Chunked($"-5\r\n{raw.Question}\r\n0\r\n\r\n"), Refused),
        new("chunks: of a length with 0x", raw => raw.Chunked($"0x{raw.Question.Length:x}\r\n{raw.Question}\r\n0\r\n\r\n"), Refused),
        new("chunks: of a length beyond a number", raw => raw.Chunked($"ffffffffffffffffff\r\n{raw.Question}\r\n0\r\n\r\n"), Refused),
        new("chunks: of a length that wraps around", raw => raw.Chunked($"1{raw.Question.Length:x16}\r\n{raw.Question}\r\n0\r\n\r\n"), Refused),
        new("chunks: of the highest length", raw => raw.Chunked($"7fffffff\r\n{raw.Question}\r\n0\r\n\r\n"), new Expected.ByHost(0, 400, 408, 413)),
        new("chunks: without a line end behind the data", raw => raw.Chunked($"{raw.Question.Length:x}\r\n{raw.Question}0\r\n\r\n"), Refused),
        new("chunks: with a bare line feed", raw => raw.Chunked($"{raw.Question.Length:x}\n{raw.Question}\r\n0\r\n\r\n"), Refused),
        new("chunks: an extension of 64 KiB", raw => raw.Chunked($"{raw.Question.Length:x};{new string('a', 64 << 10)}\r\n{raw.Question}\r\n0\r\n\r\n"), Harmless),
        new("chunks: 300 KiB, undeclared", raw => raw.Chunked(string.Concat(Enumerable.Repeat(RawRequest.Chunk(new string(' ', 1 << 10)), 300)) + RawRequest.OneChunk(raw.Question)), new Expected.Problem(413, "body_too_large")),
        new("chunks: 5,000 of one byte", raw => raw.Chunked(string.Concat(Enumerable.Repeat("1\r\n \r\n", 5_000)) + RawRequest.OneChunk(raw.Question)), new Expected.Allowed()),
    ];

    // Read by its length the request ends with the question; read by its chunks it ends at once, and another one follows.
    private static RawAttack Hiding(string name, Func<RawRequest, string> framing) => new(
        name, raw => raw.With(length: framing(raw), body: "0\r\n\r\n" + raw.Whole, connection: "keep-alive"), Refused);
}
