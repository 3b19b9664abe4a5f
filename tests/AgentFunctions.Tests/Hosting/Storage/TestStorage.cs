using AgentFunctions.Hosting.Storage;
using AgentFunctions.Shared;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AgentFunctions.Tests.Hosting.Storage;

/// <summary>The app's storage over Azurite, with tables of its own and requests that can be broken.</summary>
internal sealed class TestStorage : IAsyncDisposable
{
    private readonly ServiceProvider provider;

    private TestStorage(ServiceProvider provider, string prefix, FaultyTransport transport)
    {
        this.provider = provider;
        Prefix = prefix;
        Transport = transport;
    }

    public string Prefix { get; }

    public FaultyTransport Transport { get; }

    public Tables Tables => provider.GetRequiredService<Tables>();

    public static async Task<TestStorage> CreateAsync(AzuriteFixture azurite)
    {
        var storage = Over(azurite, $"t{Guid.NewGuid():N}"[..16]);
        var create = storage.provider.GetRequiredService<IHostedService>();
        await create.StartAsync(TestContext.Current.CancellationToken);
        await storage.provider.GetRequiredService<CreateTables>().Created;
        return storage;
    }

    /// <summary>The same tables as another process sees them: another client, other faults.</summary>
    public TestStorage Another(AzuriteFixture azurite) => Over(azurite, Prefix);

    /// <summary>The same account with tables of another name, none of which is there yet.</summary>
    public TestStorage WithTablesOf(AzuriteFixture azurite, string suffix) => Over(azurite, string.Concat(suffix, Prefix)[..20]);

    public ValueTask DisposeAsync() => provider.DisposeAsync();

    private static TestStorage Over(AzuriteFixture azurite, string prefix)
    {
        var transport = new FaultyTransport();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = azurite.ConnectionString,
            ["Storage:TablePrefix"] = prefix,
            ["Storage:AttemptSeconds"] = "30",
        }).Build();
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<HttpPipelineTransport>(transport)
            .AddStorage();
        return new(services.BuildServiceProvider(), prefix, transport);
    }
}
