using System.Diagnostics;
using System.Globalization;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Shared;
using Azure.Core;

namespace AgentFunctions.Tests.Decisions;

/// <summary>
/// Each call to storage that a decision makes fails in each way, once and always, while the rules are known and while
/// they are not. With `SOAK_FAULTS=full` every call meets every fault, otherwise a quarter of them each.
/// </summary>
public sealed class DecisionFaultTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    private const int Lanes = 4;

    // As in the issue 2 s, and what a busy machine adds.
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestRecovery = TimeSpan.FromSeconds(90);
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("SOAK_FAULTS") == "full";

    private static readonly string[] Kinds = ["refuse", "break", "500", "503", "empty", "garble", "hang", "lose_answer", "double"];

    private int agents;

    public static TheoryData<string> Faults => new(Kinds);

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_call_to_storage_that_fails_never_makes_an_allow_and_the_next_decision_works(string kind) =>
        await Task.WhenAll((IsFull ? Enumerable.Range(0, Lanes) : [Array.IndexOf(Kinds, kind) % Lanes]).Select(lane => MeetCallsAsync(kind, lane)));

    [Fact]
    public async Task Without_any_storage_every_decision_is_refused_in_time_and_the_next_one_works_when_it_is_back()
    {
        await using var app = await FoundedAsync();
        var known = await EmployAsync(app);
        foreach (var fault in new Fault[] { new Fault.Refuse(), new Fault.Hang(), new Fault.Status(503) })
        {
            app.Transport.Script = (_, _) => fault;
            var heard = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AskAsync(app, known)));
            heard.ShouldAllBe(answer => answer.IsRefusal && answer.Elapsed < LongestAnswer);
            app.Transport.Script = static (_, _) => null;
            await RecoveredAsync(app, known, fault.ToString());
        }
    }

    [Fact]
    public async Task The_time_of_a_decision_bounds_it_whatever_storage_may_take()
    {
        await using var app = await FoundedAsync(
            ("Decisions:DecisionMilliseconds", "300"), ("Decisions:ReadMilliseconds", "30000"), ("Decisions:LoadMilliseconds", "30000"), ("Ledger:CommitMilliseconds", "60000"), ("Ledger:AppendMilliseconds", "60000"));
        var known = await EmployAsync(app);
        await RecoveredAsync(app, known, "at first");
        app.Transport.Script = static (_, message) => message.Request.Method == RequestMethod.Get ? new Fault.Hang() : null;
        var heard = await AskAsync(app, known);
        heard.Status.ShouldBe(503);
        heard.Body["code"]!.GetValue<string>().ShouldBe("deadline_exceeded"); // Every problem has one.
        heard.Elapsed.ShouldBeLessThan(LongestAnswer);
    }

    // Calls are shared out over apps, so that waiting for one does not mean waiting for all.
    private async Task MeetCallsAsync(string kind, int lane)
    {
        await using var app = await FoundedAsync();
        var known = await EmployAsync(app);
        await RecoveredAsync(app, known, "at first");
        var cold = await RecordAsync(app, EmployAsync);
        var warm = await RecordAsync(app, _ => Task.FromResult(known));
        cold.Count.ShouldBeGreaterThan(warm.Count, string.Join(", ", cold));
        warm.Count.ShouldBeGreaterThan(7, string.Join(", ", warm));
        foreach (var (index, (call, agent)) in cold.Select(call => (call, "")).Concat(warm.Select(call => (call, known))).Index())
        {
            if (index % Lanes == lane)
            {
                await MeetAsync(app, call, kind, always: false, agent);
                await MeetAsync(app, call, kind, always: true, agent);
            }
        }
    }

    private async Task MeetAsync(DecidingApp app, string call, string kind, bool always, string agent)
    {
        var asked = agent.Length == 0 ? await EmployAsync(app) : agent;
        app.Transport.Script = StorageCalls.Meet(call, FaultOf(kind), always);
        var heard = await AskAsync(app, asked);
        app.Transport.Script = static (_, _) => null;

        var told = $"{call} {kind} {(always ? "always" : "once")} {(agent.Length == 0 ? "cold" : "warm")}: {heard}";
        heard.Elapsed.ShouldBeLessThan(LongestAnswer, told);
        (heard.IsAllow || heard.IsRefusal).ShouldBeTrue(told);
        if (heard.IsAllow)
        {
            (always && MustDeny(call, kind)).ShouldBeFalse(told);
            (await app.FindEntryAsync(heard.EvaluationId)).ShouldNotBeNull(told);
        }

        await RecoveredAsync(app, asked, told);
    }

    // Until it was allowed: one that was refused for a busy machine did not make all of its calls.
    private async Task<IReadOnlyList<string>> RecordAsync(DecidingApp app, Func<DecidingApp, Task<string>> agent)
    {
        while (true)
        {
            var asked = await agent(app);
            var isAllow = false;
            var calls = await StorageCalls.RecordAsync(app.Transport, async () => isAllow = (await AskAsync(app, asked)).IsAllow);
            if (isAllow)
            {
                return calls;
            }
        }
    }

    private static Fault FaultOf(string kind) => kind switch
    {
        "refuse" => new Fault.Refuse(),
        "break" => new Fault.Break(),
        "500" => new Fault.Status(500),
        "503" => new Fault.Status(503),
        "empty" => new Fault.Status(200),
        "garble" => new Fault.Garble(),
        "hang" => new Fault.Hang(),
        "lose_answer" => new Fault.LoseAnswer(),
        _ => new Fault.Double(),
    };

    // A read whose answer comes twice is read; a commit that was done is found out by reading the head.
    private static bool MustDeny(string call, string kind) => call.StartsWith("GET", StringComparison.Ordinal)
        ? kind != "double"
        : kind is "refuse" or "break" or "500" or "503" or "empty" or "hang";

    private static Task<Heard> AskAsync(DecidingApp app, string agent) =>
        app.AskAsync(Callers.Body("user", "dora", $$"""{"sub":"{{agent}}"}"""));

    private async Task RecoveredAsync(DecidingApp app, string agent, string told)
    {
        var started = Stopwatch.GetTimestamp();
        for (var asked = 1; ; asked++)
        {
            var heard = await AskAsync(app, agent);
            if (heard.IsAllow)
            {
                if (asked > 1)
                {
                    output.WriteLine($"call {asked} was the first to work again, after {Stopwatch.GetElapsedTime(started).TotalMilliseconds:F0} ms: {told}");
                }

                return;
            }

            heard.IsRefusal.ShouldBeTrue($"{told}, then {heard}");
            Stopwatch.GetElapsedTime(started).ShouldBeLessThan(LongestRecovery, $"{told}, then {heard}");
        }
    }

    private async Task<DecidingApp> FoundedAsync(params (string, string)[] settings)
    {
        var app = await DecidingApp.StartAsync(azurite, settings);
        foreach (var step in GenerateSteps.Founding)
        {
            _ = await step.RunAsync(app);
        }

        await RuleEdits.PutAsync(app.Tables, RuleEdits.Of("user", "dora"), Given.Rule("own"));
        await app.PutAsync(Given.Tenant with { DelegatorNeedsEntitlements = true });
        return app;
    }

    // Nobody has read anything of a new agent; the new version of guardrails is not known either.
    private async Task<string> EmployAsync(DecidingApp app)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"bot-{Interlocked.Increment(ref agents)}");
        await app.PutAsync(Given.Agent(id));
        await app.PutAsync(Given.Delegation("dora", id));
        await RuleEdits.PutAsync(app.Tables, RuleEdits.Of("agent", id), Given.Rule("rule"));
        await RuleEdits.PutAsync(app.Tables, RuleEdits.Guardrails, Given.Rule("guard", Effect.Deny, id));
        return id;
    }
}
