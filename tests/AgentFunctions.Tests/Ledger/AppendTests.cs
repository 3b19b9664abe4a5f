using AgentFunctions.Ledger;
using AgentFunctions.Shared;

namespace AgentFunctions.Tests.Ledger;

public sealed class AppendTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_committed_entry_is_one_point_read_by_its_id()
    {
        await using var ledger = new LedgerUnderTest(azurite);
        var id = (await ledger.AppendAsync("""{"text":"\"é\"𝄞"}""")).ShouldBeOfType<AppendOutcome.Committed>().Id;
        var row = await ledger.Table.GetEntityAsync<Azure.Data.Tables.TableEntity>(
            LedgerTable.Partition(id.Stream), LedgerTable.Row(id.Sequence), cancellationToken: TestContext.Current.CancellationToken);
        var entry = LedgerTable.ReadEntry(row.Value).ShouldNotBeNull();
        entry.Id.ShouldBe(id);
        entry.IsWhole.ShouldBeTrue();
        System.Text.Encoding.UTF8.GetString(entry.Body.Span).ShouldBe("""{"text":"\"é\"𝄞"}""");
    }

    [Fact]
    public async Task Waiting_entries_share_a_commit()
    {
        await using var ledger = new LedgerUnderTest(azurite);
        _ = await ledger.AppendAsync();
        var before = ledger.Transport.Count;
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => ledger.AppendAsync().AsTask()));
        outcomes.ShouldAllBe(outcome => outcome is AppendOutcome.Committed);
        (ledger.Transport.Count - before).ShouldBeLessThan(50);
        var all = outcomes.Cast<AppendOutcome.Committed>().Select(committed => committed.Id).ToHashSet();
        all.Count.ShouldBe(500);
        foreach (var stream in all.GroupBy(id => id.Stream))
            stream.ShouldBeSubsetOf((await ledger.EntriesAsync(stream.Key)).Select(entry => entry.Id));
    }
}
