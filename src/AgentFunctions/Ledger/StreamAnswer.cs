namespace AgentFunctions.Ledger;

/// <summary>A page of a stream on the wire.</summary>
/// <param name="State">open or sealed.</param>
/// <param name="Sequence">Of the stream's last entry.</param>
/// <param name="Hash">Of the stream's last entry.</param>
/// <param name="Next">Pass it as `after` for the next page; absent at the end.</param>
internal sealed record StreamAnswer(
    uint Stream, string State, long Sequence, string Hash, IReadOnlyList<EntryAnswer> Entries, long? Next)
{
    public static StreamAnswer Of(uint stream, StreamPage page) => new(
        stream,
        page.State == StreamState.Sealed ? "sealed" : "open",
        page.Head.Sequence,
        page.Head.Hash.ToString(),
        [.. page.Entries.Select(entry => EntryAnswer.Of(entry, applied: null))],
        page.Next);
}
