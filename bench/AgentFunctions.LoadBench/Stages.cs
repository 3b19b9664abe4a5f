using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using AgentFunctions.Decisions;
using AgentFunctions.Decisions.Facts;
using AgentFunctions.Decisions.Record;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Hosting;
using AgentFunctions.Ledger;
using AgentFunctions.Domain.Ledger;
using AgentFunctions.Security;
using Microsoft.Extensions.DependencyInjection;

namespace AgentFunctions.LoadBench;

/// <summary>One decision after the other, each step by itself: what it takes, and what is allocated for it.</summary>
internal sealed class Stages(IServiceProvider services)
{
    private const int Turns = 2_000;

    private readonly Dictionary<string, List<Stage>> took = new(StringComparer.Ordinal);
    private long allocated;

    /// <returns>In the order of the steps. The first quarter is for warming up.</returns>
    public async Task<Dictionary<string, Stage>> RunAsync(string token)
    {
        for (var turn = 0; turn < Turns; turn++)
        {
            await DecideAsync(token, Decisions.Body(turn % 100));
        }

        return took.ToDictionary(stage => stage.Key, stage => MedianOf([.. stage.Value.Skip(Turns / 4)]), StringComparer.Ordinal);
    }

    private static Stage MedianOf(IReadOnlyList<Stage> laps) =>
        new(Measured.Median(laps.Select(lap => lap.Microseconds)), Measured.Median(laps.Select(lap => lap.Bytes)));

    private async Task DecideAsync(string token, byte[] body)
    {
        allocated = GC.GetTotalAllocatedBytes(precise: true);
        var from = Stopwatch.GetTimestamp();
        var caller = ((TokenOutcome.Accepted)await services.GetRequiredService<TokenVerifier>().VerifyAsync(token, CancellationToken.None)).Caller;
        Lap("token (remembered)", ref from);
        var read = ((BodyOutcome<AttributeValue>.Accepted)JsonText.ParseAttributes(body)).Value;
        Lap("parse", ref from);
        var evaluation = ((JsonParse<Evaluation>.Accepted)EvaluationReader.Read(read)).Value;
        var request = ((Settled.Accepted)WhoActs.Settle(evaluation, caller)).Request;
        Lap("understand, settle who acts", ref from);
        var recorded = new RecordedRequest(request);
        _ = recorded.Bytes;
        Lap("print and measure the request", ref from);
        var now = DateTimeOffset.UtcNow;
        var facts = await services.GetRequiredService<GatherFacts>().RunAsync(request, CancellationToken.None);
        Lap("gather facts (storage)", ref from);
        var decision = AccessPolicy.Decide(request, facts, now);
        Lap("decide", ref from);
        var judged = new Judged(decision, DecisionRecord.Print(decision), PolicyVersion.Of(request, facts), ActDigest.Of(request));
        Lap("print the decision, policy version, digest", ref from);
        var entry = DecisionEntry.Compose(recorded, facts, judged, caller, now);
        Lap("compose the entry", ref from);
        var appended = (AppendOutcome.Committed)await services.GetRequiredService<LedgerWriter>().AppendAsync(EntryKind.Decision, entry, CancellationToken.None);
        Lap("append to the ledger (storage)", ref from);
        var answer = new ArrayBufferWriter<byte>(1024);
        await using (var json = new Utf8JsonWriter(answer))
        {
            EvaluationContracts.Write(json, new Evaluated.Decided(judged, appended.Id));
        }

        Lap("write the answer", ref from);
    }

    private void Lap(string stage, ref long from)
    {
        var elapsed = Stopwatch.GetElapsedTime(from);
        var now = GC.GetTotalAllocatedBytes(precise: true);
        (took.TryGetValue(stage, out var laps) ? laps : took[stage] = []).Add(new Stage(elapsed.TotalMicroseconds, now - allocated));
        (allocated, from) = (GC.GetTotalAllocatedBytes(precise: true), Stopwatch.GetTimestamp());
    }
}
