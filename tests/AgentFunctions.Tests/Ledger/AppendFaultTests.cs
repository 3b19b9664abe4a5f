using AgentFunctions.Domain.Ledger;
using AgentFunctions.Ledger;
using AgentFunctions.Shared;

namespace AgentFunctions.Tests.Ledger;

public sealed class AppendFaultTests(AzuriteFixture azurite)
{
    public static TheoryData<Fault> Once =>
    [
        new Fault.Refuse(), new Fault.Break(), new Fault.Hang(), new Fault.LoseAnswer(), new Fault.Double(),
        new Fault.Status(500), new Fault.Status(503), new Fault.Status(400), new Fault.Status(403), new Fault.Status(409),
        new Fault.Status(412), new Fault.HoldBack(Task.CompletedTask),
    ];

    [Theory]
    [MemberData(nameof(Once))]
    public async Task A_commit_that_fails_once_leaves_what_was_answered_and_no_gap(Fault fault)
    {
        await using var ledger = new LedgerUnderTest(azurite, configure: options => options.CommitMilliseconds = 300);
        var first = await ledger.CommitAsync();
        FailOnce(ledger, fault);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => ledger.AppendAsync($$"""{"n":{{i}}}""").AsTask()));
        var after = await EventuallyCommitsAsync(ledger);
        await ledger.Transport.LateDeliveries();
        var kept = (await ledger.AllAsync()).Select(entry => entry.Id).ToList();
        kept.ShouldBe([first, .. answers.OfType<AppendOutcome.Committed>().Select(committed => committed.Id), after], ignoreOrder: true);
        (await ledger.VerifyAsync()).Break.ShouldBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_commit_that_was_done_without_an_answer_is_answered_as_committed(bool twice)
    {
        await using var ledger = new LedgerUnderTest(azurite);
        _ = await ledger.CommitAsync();
        FailOnce(ledger, twice ? new Fault.Double() : new Fault.LoseAnswer());
        var id = await ledger.CommitAsync("""{"n":2}""");
        (await ledger.EntriesAsync(id.Stream)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_commit_held_back_past_the_fence_never_lands()
    {
        await using var ledger = new LedgerUnderTest(azurite, configure: options => options.CommitMilliseconds = 200);
        _ = await ledger.CommitAsync();
        var deliver = new TaskCompletionSource();
        var held = """{"held":true}"""u8.ToArray();
        FailOnce(ledger, new Fault.HoldBack(deliver.Task));
        (await ledger.AppendAsync("""{"held":true}""")).ShouldBeOfType<AppendOutcome.NotCommitted>();
        var id = await EventuallyCommitsAsync(ledger);
        deliver.SetResult();
        await ledger.Transport.LateDeliveries();
        var next = await ledger.CommitAsync("""{"n":3}""");
        (next.Stream, next.Sequence).ShouldBe((id.Stream, id.Sequence + 1));
        (await ledger.EntriesAsync(id.Stream)).ShouldNotContain(entry => entry.Body.ToArray().SequenceEqual(held));
    }

    [Fact]
    public async Task A_fence_held_back_changes_nothing_when_it_lands()
    {
        await using var ledger = new LedgerUnderTest(azurite, configure: options => options.CommitMilliseconds = 200);
        _ = await ledger.CommitAsync();
        var deliver = new TaskCompletionSource();
        var faults = 0;
        ledger.Transport.Script = (_, _) => Interlocked.Increment(ref faults) <= 2 ? new Fault.HoldBack(deliver.Task) : null;
        (await ledger.AppendAsync("""{"held":true}""")).ShouldBeOfType<AppendOutcome.NotCommitted>();
        var id = await EventuallyCommitsAsync(ledger);
        deliver.SetResult();
        await ledger.Transport.LateDeliveries();
        _ = await ledger.CommitAsync();
        (await ledger.VerifyAsync()).Break.ShouldBeNull();
        (await ledger.EntriesAsync(id.Stream)).Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Nobody_waits_while_storage_is_down_and_it_works_again_without_a_restart()
    {
        await using var ledger = new LedgerUnderTest(azurite, configure: options => options.RetryMilliseconds = 50);
        _ = await ledger.CommitAsync();
        ledger.Transport.Script = static (_, _) => new Fault.Refuse();
        (await ledger.AppendAsync()).ShouldBeOfType<AppendOutcome.NotCommitted>();
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => ledger.AppendAsync().AsTask()));
        answers.ShouldAllBe(answer => answer is AppendOutcome.NotCommitted);
        ledger.Transport.Script = static (_, _) => null;
        var id = await EventuallyCommitsAsync(ledger);
        (await ledger.EntriesAsync(id.Stream)).Select(entry => entry.Id.Sequence).ShouldBe(Enumerable.Range(1, (int)id.Sequence).Select(i => (long)i));
    }

    [Fact]
    public async Task The_process_starts_while_storage_is_down()
    {
        await using var ledger = new LedgerUnderTest(azurite, configure: options => options.RetryMilliseconds = 10);
        ledger.Transport.Script = static (_, _) => new Fault.Refuse();
        await ledger.Writer.StartAsync(TestContext.Current.CancellationToken);
        (await ledger.AppendAsync()).ShouldBeOfType<AppendOutcome.NotCommitted>();
        ledger.Transport.Script = static (_, _) => null;
        _ = await EventuallyCommitsAsync(ledger);
    }

    [Fact]
    public async Task A_caller_that_stops_waiting_is_told_that_nothing_is_known()
    {
        await using var ledger = new LedgerUnderTest(azurite);
        _ = await ledger.CommitAsync();
        ledger.Transport.Script = static (_, _) => new Fault.Hang();
        using var leaving = new CancellationTokenSource();
        var answer = ledger.Writer.AppendAsync(EntryKind.Decision, "{}"u8.ToArray(), leaving.Token);
        await leaving.CancelAsync();
        (await answer).ShouldBeOfType<AppendOutcome.NotCommitted>();
    }

    [Fact]
    public async Task An_append_beyond_the_bound_is_refused_at_once()
    {
        await using var ledger = new LedgerUnderTest(azurite, configure: options => (options.WaitingEntries, options.Streams) = (5, 1));
        _ = await ledger.CommitAsync();
        ledger.Transport.Script = static (_, _) => new Fault.Hang();
        var waiting = Enumerable.Range(0, 200).Select(_ => ledger.AppendAsync()).ToList();
        waiting.Count(answer => answer.IsCompleted).ShouldBeGreaterThan(90);
        ledger.Transport.Script = static (_, _) => null;
        foreach (var answer in waiting)
            _ = await answer;
    }

    private static void FailOnce(LedgerUnderTest ledger, Fault fault)
    {
        var faults = 0;
        ledger.Transport.Script = (_, message) => LedgerUnderTest.IsCommit(message) && Interlocked.Increment(ref faults) == 1 ? fault : null;
    }

    private static async Task<EvaluationId> EventuallyCommitsAsync(LedgerUnderTest ledger)
    {
        while (true)
        {
            if (await ledger.AppendAsync("""{"after":true}""") is AppendOutcome.Committed committed)
                return committed.Id;
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
