using System.Text.Json;
using AgentFunctions.Domain.Ledger;

namespace AgentFunctions.Ledger;

/// <summary>An entry on the wire.</summary>
/// <param name="Id">Its evaluation id.</param>
/// <param name="At">When it was queued.</param>
/// <param name="Kind">stream_opened, stream_sealed, decision, change.</param>
/// <param name="Previous">Hash of the entry before it.</param>
/// <param name="Hash">Its own.</param>
/// <param name="Body">What it records. Brought to its canonical form (RFC 8785), it is what was hashed.</param>
/// <param name="Applied">For a change that was asked for by its id: whether it took effect.</param>
internal sealed record EntryAnswer(
    Guid Id, uint Stream, long Sequence, DateTimeOffset At, string Kind, string Previous, string Hash, JsonElement Body, bool? Applied)
{
    public static EntryAnswer Of(LedgerEntry entry, bool? applied) => new(
        entry.Id.ToGuid(),
        entry.Id.Stream,
        entry.Id.Sequence,
        DateTimeOffset.FromUnixTimeMilliseconds(entry.Id.UnixMilliseconds),
        JsonNamingPolicy.SnakeCaseLower.ConvertName(entry.Kind.ToString()),
        entry.Previous.ToString(),
        entry.Hash.ToString(),
        JsonElement.Parse(entry.Body.Span, new JsonDocumentOptions { MaxDepth = LedgerAnswersJson.MaxDepth }),
        applied);
}
