using System.Text.Json.Serialization;

namespace AgentFunctions.Domain.Ledger;

/// <summary>A stream and where it stands, in JSON. Members are in RFC 8785 order: the text is canonical as it is printed.</summary>
internal sealed record MarkJson(
    [property: JsonPropertyName("hash")] string Hash,
    [property: JsonPropertyName("sequence")] long Sequence,
    [property: JsonPropertyName("stream")] uint Stream)
{
    public static MarkJson Of(StreamMark mark) => new(mark.Head.Hash.ToString(), mark.Head.Sequence, mark.Stream);

    public bool TryRead(out StreamMark mark)
    {
        mark = default;
        if (Sequence is < 0 or > EvaluationId.MaxSequence || !EntryHash.TryParse(Hash, out var hash))
            return false;
        mark = new StreamMark(Stream, new StreamHead(Sequence, hash));
        return true;
    }
}
