using AgentFunctions.Domain.Ledger;
using AgentFunctions.Hosting;
using AgentFunctions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.Ledger;

/// <summary>Evidence: entries by id and by stream, and whether they are still what was recorded.</summary>
internal sealed class LedgerFunctions(ReadEntry readEntry, ReadStream readStream, VerifyLedger verify)
{
    [Function("ReadEntry")]
    [RequireRole(Role.AuditRead)]
    public async Task<IResult> ReadEntry(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "ledger/{evaluationId:guid}")] HttpRequest request,
        Guid evaluationId, CancellationToken cancellationToken) => await readEntry.RunAsync(evaluationId, cancellationToken) switch
        {
            ReadOutcome.Found found => Results.Json(EntryAnswer.Of(found.Entry, found.Applied), LedgerAnswersJson.Strict.EntryAnswer),
            ReadOutcome.Edited => new Problem(ProblemCode.Conflict, "the entry is not what was recorded: verify the ledger"),
            _ => new Problem(ProblemCode.NotFound),
        };

    [Function("ReadStream")]
    [RequireRole(Role.AuditRead)]
    public async Task<IResult> ReadStream(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "ledger/streams/{stream:int}")] HttpRequest request,
        int stream, CancellationToken cancellationToken)
    {
        if (!LedgerQuery.TryRead(request, "after", 0, EvaluationId.MaxSequence, 0, out var after)
            || !LedgerQuery.TryRead(request, "limit", 1, StreamEntries.PageRows, 100, out var limit))
            return new Problem(ProblemCode.InvalidRequest, "`after` is a sequence, `limit` is 1 to 1000");
        return stream >= 0 && await readStream.RunAsync((uint)stream, after, (int)limit, cancellationToken) is { } page
            ? Results.Json(StreamAnswer.Of((uint)stream, page), LedgerAnswersJson.Strict.StreamAnswer)
            : new Problem(ProblemCode.NotFound);
    }

    [Function("VerifyLedger")]
    [RequireRole(Role.AuditRead)]
    public async Task<IResult> VerifyLedger(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "ledger/verification")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!LedgerQuery.TryRead(request, "from_checkpoint", 0, long.MaxValue, 0, out var checkpoint)
            || !LedgerQuery.TryRead(request, "from_stream", 0, uint.MaxValue, 0, out var stream)
            || !LedgerQuery.TryRead(request, "from_sequence", 0, EvaluationId.MaxSequence, 0, out var sequence))
            return new Problem(ProblemCode.InvalidRequest, "`from_checkpoint`, `from_stream` and `from_sequence` are numbers of an earlier answer");
        var report = await verify.RunAsync(new VerificationCursor(checkpoint, (uint)stream, sequence), cancellationToken);
        return Results.Json(VerificationAnswer.Of(report), LedgerAnswersJson.Strict.VerificationAnswer);
    }
}
