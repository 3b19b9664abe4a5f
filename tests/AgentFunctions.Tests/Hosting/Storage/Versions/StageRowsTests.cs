using AgentFunctions.Hosting.Storage.Versions;
using AgentFunctions.Ledger.Changes;
using AgentFunctions.Shared;

namespace AgentFunctions.Tests.Hosting.Storage.Versions;

public sealed class StageRowsTests(AzuriteFixture azurite)
{
    // 40 rows replaced, 20 ended and 200 added: 300 writes in four transactions, then the publication.
    private const int Transactions = 5;

    private static readonly Dictionary<string, string> Before = Enumerable.Range(0, 60).ToDictionary(i => $"row{i}", _ => "old", StringComparer.Ordinal);
    private static readonly Dictionary<string, string> After = Enumerable.Range(20, 240).ToDictionary(i => $"row{i}", _ => "new", StringComparer.Ordinal);

    public static TheoryData<int, Break> EveryWrite => new(
        from write in Enumerable.Range(1, Transactions)
        from how in new[] { Break.Dead, Break.DeadAfterwards }
        select (write, how));

    public static TheoryData<int, Break> EveryLoss => new(
        from write in Enumerable.Range(1, Transactions)
        from how in new[] { Break.Before, Break.After }
        select (write, how));

    [Theory]
    [MemberData(nameof(EveryWrite))]
    public async Task An_import_killed_anywhere_leaves_all_or_nothing_and_hinders_no_later_one(int write, Break how)
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var rows = await SeededAsync(storage);
        await using var other = storage.Another(azurite);
        var doomed = new RowsUnderTest(other);
        other.Transport.Script = WriteFaults.At(write, how);
        await Should.ThrowAsync<ProcessDied>(() => doomed.ImportAsync(After));

        var isPublished = write == Transactions && how == Break.DeadAfterwards;
        var expected = new Dictionary<string, string>(isPublished ? After : Before, StringComparer.Ordinal);
        (await rows.NowAsync()).ShouldBe(RowsUnderTest.Print(expected));

        (await rows.PutAsync("one more", "1")).ShouldBe(ApplyOutcome.Applied);
        expected["one more"] = "1";
        (await rows.NowAsync()).ShouldBe(RowsUnderTest.Print(expected));
        (await rows.ImportAsync(After)).ShouldBe(ApplyOutcome.Applied);
        (await rows.NowAsync()).ShouldBe(RowsUnderTest.Print(After));
    }

    [Theory]
    [MemberData(nameof(EveryLoss))]
    public async Task An_import_outlives_the_loss_of_any_request_or_answer(int write, Break how)
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var rows = await SeededAsync(storage);
        storage.Transport.Script = WriteFaults.At(write, how);
        (await rows.ImportAsync(After)).ShouldBe(ApplyOutcome.Applied);
        (await rows.NowAsync()).ShouldBe(RowsUnderTest.Print(After));
    }

    [Fact]
    public async Task A_revert_that_dies_is_reverted_by_the_next_one()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var rows = await SeededAsync(storage);
        await using var first = storage.Another(azurite);
        first.Transport.Script = WriteFaults.At(3, Break.DeadAfterwards);
        await Should.ThrowAsync<ProcessDied>(() => new RowsUnderTest(first).ImportAsync(After));
        await using var second = storage.Another(azurite);
        second.Transport.Script = WriteFaults.At(2, Break.DeadAfterwards);
        await Should.ThrowAsync<ProcessDied>(() => new RowsUnderTest(second).PutAsync("a", "1"));

        (await rows.PutAsync("a", "2")).ShouldBe(ApplyOutcome.Applied);
        (await rows.NowAsync()).ShouldBe(RowsUnderTest.Print(new Dictionary<string, string>(Before, StringComparer.Ordinal) { ["a"] = "2" }));
    }

    [Fact]
    public async Task A_slow_importer_whose_stage_was_taken_over_writes_nothing_more()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var rows = await SeededAsync(storage);
        await using var slow = storage.Another(azurite);
        var writes = 0;
        slow.Transport.Script = (_, message) =>
        {
            if (WriteFaults.IsWrite(message) && ++writes == 2)
            {
                rows.PutAsync("a", "1").GetAwaiter().GetResult().ShouldBe(ApplyOutcome.Applied);
            }

            return null;
        };
        (await new RowsUnderTest(slow).ImportAsync(After)).ShouldBe(ApplyOutcome.Superseded);
        var expected = new Dictionary<string, string>(Before, StringComparer.Ordinal) { ["a"] = "1" };
        (await rows.NowAsync()).ShouldBe(RowsUnderTest.Print(expected));
        (await rows.ImportAsync(After)).ShouldBe(ApplyOutcome.Applied);
        (await rows.NowAsync()).ShouldBe(RowsUnderTest.Print(After));
    }

    [Fact]
    public async Task An_agent_can_be_suspended_while_its_import_is_under_way()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var rows = await SeededAsync(storage);
        await using var importer = storage.Another(azurite);
        var writes = 0;
        importer.Transport.Script = (_, message) =>
        {
            if (WriteFaults.IsWrite(message) && ++writes == 2)
            {
                rows.TouchHeadAsync().GetAwaiter().GetResult();
                importer.Transport.Script = (_, _) => null;
            }

            return null;
        };
        (await new RowsUnderTest(importer).ImportAsync(After)).ShouldBe(ApplyOutcome.Applied);
        (await rows.NowAsync()).ShouldBe(RowsUnderTest.Print(After));
    }

    [Fact]
    public async Task A_head_that_changed_after_the_import_was_planned_has_it_planned_again()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var rows = await SeededAsync(storage);
        await using var importer = storage.Another(azurite);
        importer.Transport.Script = (_, message) =>
        {
            if (WriteFaults.IsWrite(message))
            {
                importer.Transport.Script = (_, _) => null;
                rows.TouchHeadAsync().GetAwaiter().GetResult();
            }

            return null;
        };
        (await new RowsUnderTest(importer).ImportAsync(After)).ShouldBe(ApplyOutcome.Superseded);
        (await rows.NowAsync()).ShouldBe(RowsUnderTest.Print(Before));
        (await rows.HeadAsync()).Stage.IsUnderWay.ShouldBeFalse();
    }

    [Fact]
    public void A_stage_is_abandoned_only_after_its_patience()
    {
        var now = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        var stage = new Stage("import-1", 1, now, Guid.Empty);
        stage.IsAbandonedAt(now.AddSeconds(59), TimeSpan.FromMinutes(1)).ShouldBeFalse();
        stage.IsAbandonedAt(now.AddSeconds(60), TimeSpan.FromMinutes(1)).ShouldBeTrue();
        Stage.None.IsAbandonedAt(now, TimeSpan.Zero).ShouldBeFalse();
    }

    private static async Task<RowsUnderTest> SeededAsync(TestStorage storage)
    {
        var rows = new RowsUnderTest(storage);
        await rows.RegisterAsync();
        (await rows.ImportAsync(Before)).ShouldBe(ApplyOutcome.Applied);
        return rows;
    }
}
