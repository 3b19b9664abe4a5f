using System.Globalization;
using System.Text.Json;

namespace AgentFunctions.Ledger;

/// <summary>A run of verification on the wire.</summary>
/// <param name="Outcome">intact (so far, when there is a next run) or broken.</param>
/// <param name="Break">The first place that is not as it was recorded.</param>
/// <param name="Checkpoints">Verified in this run.</param>
/// <param name="Entries">Verified in this run.</param>
/// <param name="Next">Path and query of the next run; absent on the last one.</param>
/// <param name="Unanchored">On the last run: what no checkpoint anchors yet.</param>
internal sealed record VerificationAnswer(
    string Outcome, BreakAnswer? Break, long Checkpoints, long Entries, string? Next, UnanchoredAnswer? Unanchored)
{
    public static VerificationAnswer Of(VerificationReport report) => new(
        report.Break is null ? "intact" : "broken",
        report.Break is { } found
            ? new BreakAnswer(found.Stream, found.Sequence, JsonNamingPolicy.SnakeCaseLower.ConvertName(found.Kind.ToString()))
            : null,
        report.Checkpoints,
        report.Entries,
        report.Next is { } next
            ? string.Create(CultureInfo.InvariantCulture, $"/ledger/verification?from_checkpoint={next.Checkpoint}&from_stream={next.Stream}&from_sequence={next.Sequence}")
            : null,
        report.Unanchored is { } window
            ? new UnanchoredAnswer(window.Checkpoint, window.Since, [.. window.Streams.Select(mark => new UnanchoredStream(mark.Stream, mark.Head.Sequence))])
            : null);
}
