using Azure.Data.Tables;
using Microsoft.Extensions.Options;

namespace AgentFunctions.Hosting.Storage;

/// <summary>The clients of the app's tables: the same ones for everyone, because a client keeps its pipeline warm.</summary>
internal sealed class Tables(TableServiceClient service, IOptions<StorageOptions> options)
{
    private readonly Dictionary<string, TableClient> clients = TableNames.All.ToDictionary(
        name => name,
        name => service.GetTableClient(options.Value.TablePrefix + name),
        StringComparer.Ordinal);

    /// <param name="name">One of <see cref="TableNames"/>.</param>
    public TableClient this[string name] => clients[name];

    public IEnumerable<TableClient> Everyone => clients.Values;
}
