using AgentFunctions.Domain.Ledger;
using AgentFunctions.Ledger;
using AgentFunctions.Shared;
using Microsoft.Extensions.Time.Testing;

namespace AgentFunctions.Tests.Ledger;

public sealed class SealingTests(AzuriteFixture azurite)
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(121);

    [Fact]
    public async Task Stopping_seals_every_stream()
    {
        await using var ledger = new LedgerUnderTest(azurite);
        var id = await ledger.CommitAsync();
        await ledger.Writer.StopAsync(TestContext.Current.CancellationToken);
        (await ledger.Entries.ReadHeadAsync(id.Stream, TestContext.Current.CancellationToken)).ShouldNotBeNull().State.ShouldBe(StreamState.Sealed);
        (await ledger.Registry.ReadAsync(TestContext.Current.CancellationToken)).Open.ShouldBeEmpty();
        (await ledger.AppendAsync()).ShouldBeOfType<AppendOutcome.NotCommitted>();
    }

    [Fact]
    public async Task What_waits_when_the_process_stops_is_committed_first()
    {
        await using var ledger = new LedgerUnderTest(azurite);
        _ = await ledger.CommitAsync();
        var waiting = Enumerable.Range(0, 300).Select(_ => ledger.AppendAsync().AsTask()).ToList();
        await ledger.Writer.StopAsync(TestContext.Current.CancellationToken);
        (await Task.WhenAll(waiting)).ShouldAllBe(answer => answer is AppendOutcome.Committed);
        (await ledger.VerifyAsync()).Break.ShouldBeNull();
    }

    [Fact]
    public async Task An_idle_stream_shows_a_heartbeat_and_then_seals_itself()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var ledger = new LedgerUnderTest(azurite, clock);
        var id = await ledger.CommitAsync();
        var (beats, idle) = (0, clock.GetUtcNow() + TimeSpan.FromSeconds(240));
        for (; clock.GetUtcNow() < idle; beats++)
            (await MovedAsync(ledger, clock, id.Stream)).State.ShouldBe(StreamState.Open);
        beats.ShouldBeInRange(4, 9);
        (await ledger.Sealer.RunAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        while ((await MovedAsync(ledger, clock, id.Stream)).State != StreamState.Sealed)
            (clock.GetUtcNow() < idle + TimeSpan.FromSeconds(120)).ShouldBeTrue("it should have sealed itself");
        // Two that write the registry at once would wait for each other on a clock that stands still.
        for (; (await ledger.EntriesAsync(0)).TrueForAll(entry => entry.Kind != EntryKind.StreamSealed); clock.Advance(TimeSpan.FromMilliseconds(50)))
            await Task.Delay(5, TestContext.Current.CancellationToken);
        var next = await ledger.CommitAsync();
        next.Stream.ShouldNotBe(id.Stream);
    }

    [Fact]
    public async Task A_writer_whose_stream_was_sealed_answers_no_and_goes_on_in_a_new_stream()
    {
        var clock = new LaterClock(Silence);
        await using var writer = new LedgerUnderTest(azurite);
        await using var other = writer.Another(clock);
        var id = await writer.CommitAsync();
        (await other.Sealer.RunAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => writer.AppendAsync().AsTask()));
        answers.ShouldAllBe(answer => answer is AppendOutcome.NotCommitted);
        (await writer.CommitAsync()).Stream.ShouldNotBe(id.Stream);
        (await writer.EntriesAsync(id.Stream)).ShouldHaveSingleItem();
        (await writer.VerifyAsync()).Break.ShouldBeNull();
    }

    [Fact]
    public async Task Any_number_of_sealers_register_the_end_once()
    {
        var clock = new LaterClock(Silence);
        await using var writer = new LedgerUnderTest(azurite);
        var id = await writer.CommitAsync();
        await using var first = writer.Another(clock);
        await using var second = writer.Another(clock);
        await using var third = writer.Another(clock);
        await Task.WhenAll(new[] { first, second, third }.Select(one => one.Sealer.RunAsync(TestContext.Current.CancellationToken)));
        (await writer.EntriesAsync(0)).Count(entry => entry.Kind == EntryKind.StreamSealed).ShouldBe(1);
        (await writer.Registry.ReadAsync(TestContext.Current.CancellationToken)).Open.ShouldNotContain(id.Stream);
    }

    // A killed process sends nothing after its last request; whether that one was done it does not matter to.
    [Theory]
    [CombinatorialFaults]
    public async Task A_sealer_killed_at_any_step_is_finished_by_the_next(int step, bool done)
    {
        var clock = new LaterClock(Silence);
        await using var writer = new LedgerUnderTest(azurite);
        var id = await writer.CommitAsync();
        await using var killed = writer.Another(clock);
        killed.Transport.Script = StopAt(step, done);
        _ = await Record.ExceptionAsync(() => killed.Sealer.RunAsync(TestContext.Current.CancellationToken));
        await using var next = writer.Another(clock);
        _ = await next.Sealer.RunAsync(TestContext.Current.CancellationToken);
        (await writer.EntriesAsync(0)).Count(entry => entry.Kind == EntryKind.StreamSealed).ShouldBe(1);
        (await writer.Registry.ReadAsync(TestContext.Current.CancellationToken)).Open.ShouldBeEmpty();
        (await writer.AppendAsync()).ShouldBeOfType<AppendOutcome.NotCommitted>();
        (await writer.EntriesAsync(id.Stream)).ShouldHaveSingleItem();
        (await next.VerifyAsync()).Break.ShouldBeNull();
    }

    [Theory]
    [CombinatorialFaults]
    public async Task An_opener_killed_at_any_step_leaves_nothing_that_is_not_sealed(int step, bool done)
    {
        await using var killed = new LedgerUnderTest(azurite);
        killed.Transport.Script = StopAt(step, done);
        _ = await Record.ExceptionAsync(() => killed.Opener.OpenAsync(() => { }, TestContext.Current.CancellationToken));
        await using var sealer = killed.Another(new LaterClock(Silence));
        await sealer.Storage.CreateAsync(TestContext.Current.CancellationToken);
        _ = await sealer.Sealer.RunAsync(TestContext.Current.CancellationToken);
        (await sealer.Registry.ReadAsync(TestContext.Current.CancellationToken)).Open.ShouldBeEmpty();
        (await sealer.VerifyAsync()).Break.ShouldBeNull();
    }

    [Fact]
    public async Task An_opener_that_comes_after_the_sealer_opens_another_stream()
    {
        await using var slow = new LedgerUnderTest(azurite);
        var opened = await slow.Registry.OpenAsync(TestContext.Current.CancellationToken);
        await using var sealer = slow.Another(new LaterClock(Silence));
        (await sealer.Sealer.RunAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        var late = await Record.ExceptionAsync(() => slow.Table.AddEntityAsync(
            LedgerTable.ToRow(LedgerTable.Partition((uint)opened.Id.Sequence), new StreamHead(0, opened.Hash), StreamState.Open, DateTimeOffset.UtcNow),
            TestContext.Current.CancellationToken));
        late.ShouldBeOfType<Azure.RequestFailedException>().Status.ShouldBe(409);
        (await slow.CommitAsync()).Stream.ShouldNotBe((uint)opened.Id.Sequence);
    }

    [Fact]
    public async Task Streams_opened_at_once_by_many_have_each_their_own_number()
    {
        await using var one = new LedgerUnderTest(azurite);
        await one.Storage.CreateAsync(TestContext.Current.CancellationToken);
        var opened = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => one.Registry.OpenAsync(TestContext.Current.CancellationToken)));
        opened.Select(entry => entry.Id.Sequence).Order().ShouldBe(Enumerable.Range(1, 12).Select(i => (long)i));
        (await one.Registry.ReadAsync(TestContext.Current.CancellationToken)).Open.Count.ShouldBe(12);
        (await one.VerifyAsync()).Break.ShouldBeNull();
    }

    private static Func<int, Azure.Core.HttpMessage, Fault?> StopAt(int step, bool done) =>
        (number, _) => number < step ? null : number == step && done ? new Fault.LoseAnswer() : new Fault.Refuse();

    // Advances the clock and waits for the stream's head to be written.
    // The head as it is when it has moved. The clock goes on until then: a writer may take note of a move after the test did.
    private static async Task<HeadRow> MovedAsync(LedgerUnderTest ledger, FakeTimeProvider clock, uint stream)
    {
        var before = await ledger.Entries.ReadHeadAsync(stream, TestContext.Current.CancellationToken);
        var now = before;
        while (now?.ETag == before?.ETag)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5, TestContext.Current.CancellationToken);
            now = await ledger.Entries.ReadHeadAsync(stream, TestContext.Current.CancellationToken);
        }

        return now.ShouldNotBeNull();
    }
}
