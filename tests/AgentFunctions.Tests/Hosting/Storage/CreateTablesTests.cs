using AgentFunctions.Hosting.Storage;
using AgentFunctions.Shared;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AgentFunctions.Tests.Hosting.Storage;

public sealed class CreateTablesTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_app_starts_while_storage_is_down_and_has_its_tables_once_it_is_back()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        await using var other = storage.WithTablesOf(azurite, "later");
        var clock = new FakeTimeProvider();
        var options = Options.Create(new StorageOptions { CreateRetrySeconds = 60 });
        using var create = new CreateTables(other.Tables, options, clock, NullLogger<CreateTables>.Instance);
        var refused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        other.Transport.Script = (_, _) =>
        {
            refused.TrySetResult();
            return new Fault.Break();
        };

        await create.StartAsync(TestContext.Current.CancellationToken);
        await refused.Task;
        create.Created.IsCompleted.ShouldBeFalse();

        other.Transport.Script = (_, _) => null;
        while (!create.Created.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(60));
            await Task.Yield();
        }

        await foreach (var row in other.Tables[TableNames.Tenant].QueryAsync<Azure.Data.Tables.TableEntity>(cancellationToken: TestContext.Current.CancellationToken))
        {
            row.ShouldBeNull("a new table is empty");
        }
    }
}
