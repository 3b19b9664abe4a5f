using System.Diagnostics;
using AgentFunctions.Decisions.Facts;
using AgentFunctions.Decisions.Record;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Domain.Ledger;
using AgentFunctions.Hosting;
using AgentFunctions.Ledger;
using AgentFunctions.Security;
using Microsoft.Extensions.Logging;

namespace AgentFunctions.Decisions;

/// <summary>
/// One evaluation: understand it, settle who acts, gather the facts, decide, record, answer. Everything that goes wrong
/// on the way is a refusal, and a refusal is a deny.
/// </summary>
internal sealed partial class EvaluateAccess(
    GatherFacts gatherFacts, LedgerWriter ledger, GovernanceMetrics metrics, TimeProvider clock, ILogger<EvaluateAccess> logger)
{
    /// <param name="body">The evaluation, defaults merged in.</param>
    /// <param name="cancellationToken">Ends with the time that the whole decision has.</param>
    public async Task<Evaluated> RunAsync(Caller caller, AttributeValue body, CancellationToken cancellationToken)
    {
        using var activity = GovernanceActivity.Source.StartActivity(nameof(EvaluateAccess));
        var started = clock.GetTimestamp();
        var evaluated = EvaluationReader.Read(body) switch
        {
            JsonParse<Evaluation>.Accepted accepted => await SettleAsync(caller, accepted.Value, cancellationToken),
            JsonParse<Evaluation>.Refused refused => Refuse(ProblemCode.InvalidRequest, JsonText.Describe(refused.Pointer, refused.Why)),
            _ => throw new UnreachableException(),
        };
        metrics.Decided(OutcomeOf(evaluated), clock.GetElapsedTime(started));
        return evaluated;
    }

    private static string OutcomeOf(Evaluated evaluated) => evaluated switch
    {
        Evaluated.Decided decided => DecisionRecord.OutcomeOf(decided.Judged.Decision),
        Evaluated.Refused refused => ProblemKind.Of(refused.Problem.Code).Name,
        _ => throw new UnreachableException(),
    };

    private static Evaluated.Refused Refuse(ProblemCode code, string? detail = null) => new(new Problem(code, detail));

    private async Task<Evaluated> SettleAsync(Caller caller, Evaluation evaluation, CancellationToken cancellationToken)
    {
        switch (WhoActs.Settle(evaluation, caller))
        {
            case Settled.Refused refused:
                return new Evaluated.Refused(refused.Problem);

            case Settled.Accepted { Request: var request }:
                var recorded = new RecordedRequest(request);
                return recorded.Bytes > DecisionEntry.MaxRequestBytes
                    ? Refuse(ProblemCode.BodyTooLarge, $"at most {DecisionEntry.MaxRequestBytes} bytes besides the arguments are recorded")
                    : await JudgeAsync(caller, recorded, cancellationToken);

            default:
                throw new UnreachableException();
        }
    }

    private async Task<Evaluated> JudgeAsync(Caller caller, RecordedRequest recorded, CancellationToken cancellationToken)
    {
        try
        {
            var now = clock.GetUtcNow();
            var facts = await gatherFacts.RunAsync(recorded.Request, cancellationToken);
            var decision = AccessPolicy.Decide(recorded.Request, facts, now);
            var judged = new Judged(
                decision, DecisionRecord.Print(decision), PolicyVersion.Of(recorded.Request, facts), ActDigest.Of(recorded.Request));
            var entry = DecisionEntry.Compose(recorded, facts, judged, caller, now);
            return entry.Length > LedgerEntry.MaxBody
                ? Refuse(ProblemCode.BodyTooLarge, "what the policies read of it does not fit into a ledger entry")
                : await RecordAsync(judged, entry, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Refuse(ProblemCode.DeadlineExceeded);
        }
        catch (Exception fault)
        {
            // Default deny: whatever failed, nothing was allowed.
            var problem = Fault.Describe(fault);
            Log.NotDecided(logger, problem.Code, fault);
            return new Evaluated.Refused(problem);
        }
    }

    private async Task<Evaluated> RecordAsync(Judged judged, byte[] entry, CancellationToken cancellationToken) =>
        await ledger.AppendAsync(EntryKind.Decision, entry, cancellationToken) is AppendOutcome.Committed committed
            ? new Evaluated.Decided(judged, committed.Id)
            : Refuse(cancellationToken.IsCancellationRequested ? ProblemCode.DeadlineExceeded : ProblemCode.LedgerUnavailable);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "a request was not decided and is denied, {Code}")]
        public static partial void NotDecided(ILogger logger, ProblemCode code, Exception fault);
    }
}
