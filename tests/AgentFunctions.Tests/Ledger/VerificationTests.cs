using System.Text;
using AgentFunctions.Domain.Ledger;
using AgentFunctions.Ledger;
using AgentFunctions.Shared;
using Azure.Data.Tables;

namespace AgentFunctions.Tests.Ledger;

public sealed class VerificationTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task An_untouched_ledger_is_intact_and_names_what_is_not_anchored()
    {
        await using var ledger = await AnchoredAsync(entries: 5);
        var id = await ledger.CommitAsync();
        var report = await ledger.VerifyAsync();
        report.Break.ShouldBeNull();
        var window = report.Unanchored.ShouldNotBeNull();
        window.Checkpoint.ShouldBe(1);
        window.Streams.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            mark => mark.Stream.ShouldBe(id.Stream), mark => mark.Head.Sequence.ShouldBe(5));
    }

    [Fact]
    public async Task Runs_of_a_bounded_size_cover_everything_once()
    {
        await using var ledger = await AnchoredAsync(entries: 250);
        ledger.Options.VerifyEntries = 100;
        await ledger.Writer.StopAsync(TestContext.Current.CancellationToken);
        _ = await ledger.Checkpoint.RunAsync(TestContext.Current.CancellationToken);
        var cursor = VerificationCursor.Start;
        List<VerificationReport> runs = [];
        while (cursor is not null)
        {
            runs.Add(await ledger.Verify.RunAsync(cursor, TestContext.Current.CancellationToken));
            cursor = runs[^1].Next;
        }

        runs.ShouldAllBe(run => run.Break == null && run.Entries <= 103);
        runs.Count.ShouldBeGreaterThan(2);
        runs.Sum(run => run.Checkpoints).ShouldBe(2);
    }

    public static TheoryData<string, long, BreakKind> Tamperings => new()
    {
        { "edit", 3, BreakKind.Edited },
        { "edit and rehash", 3, BreakKind.Edited },
        { "edit and rehash", 5, BreakKind.Rewritten },
        { "garble", 3, BreakKind.Edited },
        { "remove", 3, BreakKind.Missing },
        { "swap", 2, BreakKind.Reordered },
        { "insert", 3, BreakKind.Inserted },
        { "close up", 3, BreakKind.Missing },
        { "truncate", 4, BreakKind.Truncated },
        { "truncate with head", 4, BreakKind.Truncated },
        { "odd key", 3, BreakKind.Inserted },
        { "rewrite", 5, BreakKind.Rewritten },
        { "all", 0, BreakKind.StreamMissing },
    };

    [Theory]
    [MemberData(nameof(Tamperings))]
    public async Task Tampering_is_named_with_its_place(string tampering, long at, BreakKind kind)
    {
        await using var ledger = await AnchoredAsync(entries: 5);
        await new Tampering(ledger, 1).DoAsync(tampering, at);
        (await ledger.VerifyAsync()).Break.ShouldBe(new LedgerBreak(1, at, kind));
    }

    [Theory]
    [InlineData("edit", 3, BreakKind.Edited)]
    [InlineData("remove", 3, BreakKind.Missing)]
    [InlineData("truncate", 4, BreakKind.Truncated)]
    [InlineData("all", 0, BreakKind.StreamMissing)]
    public async Task Tampering_with_a_sealed_stream_that_no_checkpoint_saw_is_named(string tampering, long at, BreakKind kind)
    {
        await using var ledger = new LedgerUnderTest(azurite);
        for (var i = 0; i < 5; i++)
            _ = await ledger.CommitAsync();
        await ledger.Writer.StopAsync(TestContext.Current.CancellationToken);
        await new Tampering(ledger, 1).DoAsync(tampering, at);
        (await ledger.VerifyAsync()).Break.ShouldBe(new LedgerBreak(1, at, kind));
    }

    [Fact]
    public async Task An_entry_put_after_the_end_of_a_sealed_stream_is_named()
    {
        await using var ledger = await AnchoredAsync(entries: 5);
        await ledger.Writer.StopAsync(TestContext.Current.CancellationToken);
        await new Tampering(ledger, 1).InsertAsync(6, (await ledger.EntriesAsync(1))[^1].Hash);
        (await ledger.VerifyAsync()).Break.ShouldBe(new LedgerBreak(1, 6, BreakKind.Inserted));
    }

    [Fact]
    public async Task A_foreign_row_in_the_writers_way_ends_its_stream_and_is_named()
    {
        await using var ledger = await AnchoredAsync(entries: 5);
        await new Tampering(ledger, 1).InsertAsync(6, EntryHash.Zero);
        (await ledger.AppendAsync()).ShouldBeOfType<AppendOutcome.NotCommitted>();
        (await ledger.CommitAsync()).Stream.ShouldNotBe(1u);
        await ledger.Writer.StopAsync(TestContext.Current.CancellationToken);
        (await ledger.VerifyAsync()).Break.ShouldBe(new LedgerBreak(1, 6, BreakKind.Inserted));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_registry_entry_that_is_gone_is_named(long at)
    {
        await using var ledger = new LedgerUnderTest(azurite);
        for (var i = 0; i < 2; i++)
            _ = await ledger.Opener.OpenAsync(() => { }, TestContext.Current.CancellationToken);
        _ = await ledger.Checkpoint.RunAsync(TestContext.Current.CancellationToken);
        await ledger.Table.DeleteEntityAsync(LedgerTable.Partition(0), LedgerTable.Row(at), cancellationToken: TestContext.Current.CancellationToken);
        (await ledger.VerifyAsync()).Break.ShouldBe(new LedgerBreak(0, at, at == 1 ? BreakKind.Missing : BreakKind.Truncated));
    }

    [Fact]
    public async Task Hiding_a_stream_from_the_index_is_named()
    {
        await using var ledger = await AnchoredAsync(entries: 5);
        var row = await ledger.Table.GetEntityAsync<TableEntity>(LedgerTable.Partition(0), LedgerTable.HeadKey, cancellationToken: TestContext.Current.CancellationToken);
        row.Value["OpenStreams"] = Array.Empty<byte>();
        await ledger.Table.UpdateEntityAsync(row.Value, row.Value.ETag, TableUpdateMode.Replace, TestContext.Current.CancellationToken);
        _ = await ledger.Checkpoint.RunAsync(TestContext.Current.CancellationToken);
        (await ledger.VerifyAsync()).Break.ShouldBe(new LedgerBreak(1, 0, BreakKind.StreamMissing));
    }

    private async Task<LedgerUnderTest> AnchoredAsync(int entries)
    {
        var ledger = new LedgerUnderTest(azurite);
        for (var i = 0; i < entries; i++)
            _ = await ledger.CommitAsync(Encoding.UTF8.GetString("{}"u8));
        (await ledger.Checkpoint.RunAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        return ledger;
    }
}
