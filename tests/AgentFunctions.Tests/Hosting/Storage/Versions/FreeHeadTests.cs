using AgentFunctions.Hosting.Storage.Versions;
using AgentFunctions.Shared;

namespace AgentFunctions.Tests.Hosting.Storage.Versions;

public sealed class FreeHeadTests(AzuriteFixture azurite)
{
    private static readonly Dictionary<string, string> Wanted = Enumerable.Range(0, 150).ToDictionary(i => $"row{i}", _ => "new", StringComparer.Ordinal);

    [Fact]
    public async Task A_stage_that_may_be_alive_is_left_alone()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var rows = await AbandonedAsync(storage);
        var head = await ReadAsync(rows, TimeSpan.FromHours(1));
        head.Stage.IsUnderWay.ShouldBeTrue();
        (await StagedAsync(rows)).ShouldBePositive();
    }

    [Fact]
    public async Task A_stage_that_is_dead_is_taken_back_by_whoever_comes_next()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var rows = await AbandonedAsync(storage);
        var head = await ReadAsync(rows, TimeSpan.Zero);
        head.Stage.IsUnderWay.ShouldBeFalse();
        head.Version.ShouldBe(0);
        (await StagedAsync(rows)).ShouldBe(0);
    }

    private static Task<VersionHead> ReadAsync(RowsUnderTest rows, TimeSpan patience) =>
        new FreeHead(TimeProvider.System, patience).ReadAsync(rows.Rows, RowsUnderTest.Partition, TestContext.Current.CancellationToken);

    private static async Task<int> StagedAsync(RowsUnderTest rows) =>
        await rows.Rows.EnumerateStagedAsync(RowsUnderTest.Partition, 1, TestContext.Current.CancellationToken).CountAsync(TestContext.Current.CancellationToken);

    private async Task<RowsUnderTest> AbandonedAsync(TestStorage storage)
    {
        var rows = new RowsUnderTest(storage);
        await rows.RegisterAsync();
        await using var other = storage.Another(azurite);
        other.Transport.Script = WriteFaults.At(1, Break.DeadAfterwards);
        await Should.ThrowAsync<ProcessDied>(() => new RowsUnderTest(other).ImportAsync(Wanted));
        return rows;
    }
}
