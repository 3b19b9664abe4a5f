using AgentFunctions.Domain.Ledger;
using AgentFunctions.Ledger;
using AgentFunctions.Shared;

namespace AgentFunctions.Tests.Ledger;

public sealed class AppendUnderFaultsTests(AzuriteFixture azurite)
{
    private static readonly Fault[] Faults =
    [
        new Fault.Refuse(), new Fault.Break(), new Fault.Hang(), new Fault.LoseAnswer(), new Fault.Double(),
        new Fault.Status(500), new Fault.Status(503), new Fault.HoldBack(Task.CompletedTask),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Under_load_and_random_faults_every_yes_is_kept_and_no_stream_has_a_gap(int seed)
    {
        await using var ledger = new LedgerUnderTest(
            azurite, configure: options => (options.CommitMilliseconds, options.RetryMilliseconds, options.AppendMilliseconds) = (100, 20, 800));
        var random = new Random(seed);
        var gate = new Lock();
        _ = await ledger.CommitAsync();
        ledger.Transport.Script = (_, _) =>
        {
            lock (gate)
                return random.Next(5) == 0 ? Faults[random.Next(Faults.Length)] : null;
        };
        var committed = await Task.WhenAll(Enumerable.Range(0, 16).Select(async caller =>
        {
            List<EvaluationId> own = [];
            for (var i = 0; i < 40; i++)
            {
                if (await ledger.AppendAsync($$"""{"caller":{{caller}},"n":{{i}}}""") is AppendOutcome.Committed yes)
                    own.Add(yes.Id);
            }

            return own;
        }));
        ledger.Transport.Script = static (_, _) => null;
        await ledger.Writer.StopAsync(TestContext.Current.CancellationToken);
        await ledger.Transport.LateDeliveries();

        var all = committed.SelectMany(own => own).ToList();
        all.Count.ShouldBeGreaterThan(50);
        var kept = (await ledger.AllAsync()).Select(entry => entry.Id).ToHashSet();
        all.ShouldBeUnique();
        all.ShouldBeSubsetOf(kept);
        foreach (var id in all.Take(20))
            (await ledger.Entries.ReadAsync(id.Stream, id.Sequence, TestContext.Current.CancellationToken)).ShouldNotBeNull().Entry.ShouldNotBeNull().Id.ShouldBe(id);
        (await ledger.VerifyAsync()).Break.ShouldBeNull();
    }

    [Fact]
    public async Task Two_writers_never_contend()
    {
        await using var first = new LedgerUnderTest(azurite);
        await using var second = first.Another();
        _ = await first.CommitAsync();
        _ = await second.CommitAsync();
        var before = first.Transport.Count + second.Transport.Count;
        for (var i = 0; i < 50; i++)
            await Task.WhenAll(first.CommitAsync(), second.CommitAsync());
        // One request a commit: nobody's was refused or repeated.
        (first.Transport.Count + second.Transport.Count - before).ShouldBe(100);
        (await first.AllAsync()).Count.ShouldBe(102);
    }

    [Fact]
    public async Task A_busy_writer_opens_more_streams_up_to_its_bound()
    {
        await using var ledger = new LedgerUnderTest(azurite, configure: options => options.Streams = 3);
        _ = await ledger.CommitAsync();
        for (var round = 0; round < 10; round++)
            await Task.WhenAll(Enumerable.Range(0, 400).Select(_ => ledger.CommitAsync()));
        (await ledger.EntriesAsync(0)).Count(entry => entry.Kind == EntryKind.StreamOpened).ShouldBe(3);
    }

    [Fact]
    public async Task A_long_stream_is_followed_by_another_and_nobody_is_refused_for_it()
    {
        await using var ledger = new LedgerUnderTest(azurite, configure: options => (options.Streams, options.StreamEntries) = (2, 20));
        for (var round = 0; round < 40; round++)
            await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => ledger.CommitAsync()));
        await ledger.Writer.StopAsync(TestContext.Current.CancellationToken);

        (await ledger.AllAsync()).Count.ShouldBe(400);
        var registered = (await ledger.EntriesAsync(0)).ToLookup(entry => entry.Kind);
        registered[EntryKind.StreamOpened].Count().ShouldBeGreaterThan(2);
        registered[EntryKind.StreamSealed].Count().ShouldBe(registered[EntryKind.StreamOpened].Count());
        (await ledger.VerifyAsync()).Break.ShouldBeNull();
    }

    [Fact]
    public async Task Large_bodies_are_kept_whole_and_share_commits_within_the_limit()
    {
        await using var ledger = new LedgerUnderTest(azurite);
        var bodies = Enumerable.Range(0, 60).Select(i => "\"" + new string((char)('a' + (i % 3)), 100) + string.Concat(Enumerable.Repeat(i % 2 == 0 ? "\\\"" : "𝄞é", 5_000)) + "\"").ToList();
        var ids = await Task.WhenAll(bodies.Select(ledger.CommitAsync));
        for (var i = 0; i < bodies.Count; i++)
        {
            var row = await ledger.Entries.ReadAsync(ids[i].Stream, ids[i].Sequence, TestContext.Current.CancellationToken);
            System.Text.Encoding.UTF8.GetString(row.ShouldNotBeNull().Entry.ShouldNotBeNull().Body.Span).ShouldBe(bodies[i]);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(LedgerEntry.MaxBody + 1)]
    public async Task A_body_of_no_length_or_too_long_is_refused(int length)
    {
        await using var ledger = new LedgerUnderTest(azurite);
        await Should.ThrowAsync<ArgumentException>(async () => await ledger.Writer.AppendAsync(EntryKind.Decision, new byte[length], CancellationToken.None));
    }
}
