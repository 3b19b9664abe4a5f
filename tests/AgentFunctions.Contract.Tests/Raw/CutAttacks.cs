using AgentFunctions.Contract.Tests.Hostile;

namespace AgentFunctions.Contract.Tests.Raw;

/// <summary>Requests that end before they are whole.</summary>
internal static class CutAttacks
{
    private static readonly Expected Refused = new Expected.Refused();
    private static readonly Expected NotInTime = new Expected.Problem(408, "body_timeout");
    private static readonly Expected Unheard = new Expected.Unheard();

    public static IEnumerable<RawAttack> All =>
    [
        new("cut: no body, then silence", raw => raw.With(body: ""), NotInTime),
        new("cut: no body, then the end", raw => raw.With(body: ""), Refused, Ending.Finished),
        new("cut: no body, then a reset", raw => raw.With(body: ""), Unheard, Ending.Reset),
        new("cut: half a body, then silence", raw => raw.With(body: raw.Question[..20]), NotInTime),
        new("cut: half a body, then the end", raw => raw.With(body: raw.Question[..20]), Refused, Ending.Finished),
        new("cut: half a body, then a reset", raw => raw.With(body: raw.Question[..20]), Unheard, Ending.Reset),
        new("cut: all of a body but one byte, then silence", raw => raw.With(body: raw.Question[..^1]), NotInTime),
        new("cut: a whole document, shorter than its length, then the end", raw => raw.With(length: $"Content-Length: 1{raw.Length}\r\n"), Refused, Ending.Finished),
        new("cut: half a chunk, then silence", raw => raw.Chunked($"fff\r\n{raw.Question}"), NotInTime),
        new("cut: half a chunk, then the end", raw => raw.Chunked($"fff\r\n{raw.Question}"), Refused, Ending.Finished),
        new("cut: half a chunk, then a reset", raw => raw.Chunked($"fff\r\n{raw.Question}"), Unheard, Ending.Reset),
        new("cut: a whole document in chunks without the last one, then silence", raw => raw.Chunked(RawRequest.Chunk(raw.Question)), NotInTime),
        new("cut: a whole document in chunks without the last one, then the end", raw => raw.Chunked(RawRequest.Chunk(raw.Question)), Refused, Ending.Finished),
        new("cut: half a head, then the end", raw => raw.HalfHead, Refused, Ending.Finished),
        new("cut: half a head, then a reset", raw => raw.HalfHead, Unheard, Ending.Reset),
        new("cut: half a request line, then the end", _ => "POST /acc", Refused, Ending.Finished),
        new("cut: one byte, then the end", _ => "P", Refused, Ending.Finished),
        new("cut: nothing, then the end", _ => "", Refused, Ending.Finished),
        new("cut: nothing, then a reset", _ => "", Unheard, Ending.Reset),
        new("cut: whole, then the end", raw => raw.Whole, new Expected.Harmless(), Ending.Finished),
        new("cut: whole, then a reset", raw => raw.Whole, Unheard, Ending.Reset),
    ];
}
