using AgentFunctions.Hosting.Storage;
using AgentFunctions.Ledger.Changes;
using AgentFunctions.Shared;
using AgentFunctions.Tests.Hosting.Storage;
using Azure.Data.Tables;

namespace AgentFunctions.Tests.Ledger.Changes;

public sealed class ApplyChangeTests(AzuriteFixture azurite)
{
    private static readonly Guid Entry = new("018f0000-0000-8000-8000-000000000001");

    [Fact]
    public async Task A_change_of_two_partitions_is_a_fault_before_anything_is_sent()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        await Should.ThrowAsync<ArgumentException>(() => ApplyAsync(storage, Insert("p1", "a"), Insert("p2", "a")));
        (await IsAppliedAsync(storage)).ShouldBeFalse();
    }

    [Fact]
    public async Task Who_comes_second_writes_nothing_at_all()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        await storage.Tables[TableNames.People].AddEntityAsync(new TableEntity("p1", "b"), TestContext.Current.CancellationToken);
        (await ApplyAsync(storage, Insert("p1", "a"), Insert("p1", "b"))).ShouldBe(ApplyOutcome.Superseded);
        (await IsAppliedAsync(storage)).ShouldBeFalse();
        (await storage.Tables[TableNames.People].GetEntityIfExistsAsync<TableEntity>("p1", "a", cancellationToken: TestContext.Current.CancellationToken)).HasValue.ShouldBeFalse();
    }

    [Fact]
    public async Task A_lost_answer_is_looked_up()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        storage.Transport.Script = WriteFaults.At(1, Break.After);
        (await ApplyAsync(storage, Insert("p1", "a"))).ShouldBe(ApplyOutcome.Applied);
    }

    [Fact]
    public async Task What_cannot_be_found_out_is_unknown()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        storage.Transport.Script = (_, _) => new Fault.Break();
        (await ApplyAsync(storage, Insert("p1", "a"))).ShouldBe(ApplyOutcome.Unknown);
    }

    private static TableTransactionAction Insert(string partition, string row) =>
        new(TableTransactionActionType.Add, new TableEntity(partition, row));

    private static Task<ApplyOutcome> ApplyAsync(TestStorage storage, params TableTransactionAction[] actions) =>
        ApplyChange.SubmitAsync(storage.Tables[TableNames.People], "p1", actions, Entry, TestContext.Current.CancellationToken);

    private static Task<bool> IsAppliedAsync(TestStorage storage) =>
        AppliedChanges.IsAppliedAsync(storage.Tables[TableNames.People], "p1", Entry, TestContext.Current.CancellationToken);
}
