using AgentFunctions.Shared;
using Azure.Storage.Blobs;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace AgentFunctions.LocalRuntime.Tests;

public sealed class SmokeTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Storage_keeps_its_data_and_address_when_it_comes_back()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var container = new BlobContainerClient(azurite.ConnectionString, "kept");
        await container.CreateAsync(cancellationToken: cancellationToken);
        await azurite.StopAsync(cancellationToken);
        await azurite.StartAsync(cancellationToken);
        (await container.ExistsAsync(cancellationToken)).Value.ShouldBeTrue();
    }
}
