using System.Text;
using System.Text.Json.Nodes;
using AgentFunctions.Decisions;
using AgentFunctions.Decisions.Record;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Domain.Ledger;
using AgentFunctions.Shared;
using CsCheck;

namespace AgentFunctions.Tests.Decisions;

public sealed class ReplayTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_recorded_request_decided_again_gives_the_same_decision_whatever_was_changed_since()
    {
        var replayed = 0;
        await GenerateSteps.Steps.SampleAsync(async steps =>
        {
            await using var app = await DecidingApp.StartAsync(azurite, DecidingApp.Patient);
            var decided = new List<(Guid Id, Step Step)>();
            foreach (var step in GenerateSteps.Founding.Concat(steps))
            {
                if (await step.RunAsync(app) is { } id)
                {
                    decided.Add((id, step));
                }
            }

            foreach (var (id, step) in decided)
            {
                var entry = (await app.FindEntryAsync(id)).ShouldNotBeNull();
                (await app.ReplayAsync(entry)).ShouldBeOfType<Replayed.Same>($"{step}\n{Encoding.UTF8.GetString(entry.Body.Span)}");
                replayed++;
            }
        }, iter: 8, threads: 1);
        replayed.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task A_result_that_does_not_follow_from_its_facts_is_told()
    {
        await using var app = await FoundedAsync();
        var entry = await AskedAsync(app);
        var replayed = (await app.ReplayAsync(Edited(entry, body => body["facts"]!["tenant"]!["switch"] = "suspended"))).ShouldBeOfType<Replayed.Different>(); // Every decision has both.
        replayed.Decision.ShouldBeOfType<Decision.Deny>();
        replayed.Recorded.Members.TryGet("outcome", out var outcome).ShouldBeTrue();
        outcome.ShouldBe(new Domain.Attributes.AttributeValue.Text("allow"));
    }

    [Fact]
    public async Task An_entry_that_nobody_can_decide_again_says_why()
    {
        await using var app = await FoundedAsync();
        var entry = await AskedAsync(app);
        (await app.ReplayAsync(entry with { Kind = EntryKind.Change })).ShouldBeOfType<Replayed.NotReplayable>();
        (await app.ReplayAsync(Edited(entry, body => body["engine"] = 99))).ShouldBe(new Replayed.NotReplayable("it has schema 1 and was decided by engine 99"));
        (await app.ReplayAsync(Edited(entry, body => body["facts"]!["tenant"]!["switch"] = "maybe"))) // Every decision has both.
            .ShouldBeOfType<Replayed.NotReplayable>().Why.ShouldStartWith("`/facts/tenant/switch`");
        (await app.ReplayAsync(entry with { Body = "{"u8.ToArray() })).ShouldBeOfType<Replayed.NotReplayable>();
    }

    private static LedgerEntry Edited(LedgerEntry entry, Action<JsonNode> edit)
    {
        var body = JsonNode.Parse(entry.Body.Span)!; // An entry is an object.
        edit(body);
        return entry with { Body = Encoding.UTF8.GetBytes(body.ToJsonString()) };
    }

    private static async Task<LedgerEntry> AskedAsync(DecidingApp app)
    {
        var decided = (await app.DecideAsync(Callers.Body("agent", "bot"), Callers.Gateway)).ShouldBeOfType<Evaluated.Decided>();
        decided.Judged.Decision.ShouldBeOfType<Decision.Allow>();
        return (await app.FindEntryAsync(decided.Id.ToGuid())).ShouldNotBeNull();
    }

    private async Task<DecidingApp> FoundedAsync()
    {
        var app = await DecidingApp.StartAsync(azurite, DecidingApp.Patient);
        foreach (var step in GenerateSteps.Founding)
        {
            _ = await step.RunAsync(app);
        }

        return app;
    }
}
