using Azure.Data.Tables;

namespace AgentFunctions.Hosting.Storage;

/// <summary>The clients of the app's tables, kept: a client keeps its pipeline warm.</summary>
internal sealed class Tables(TableServiceClient service, string prefix)
{
    private readonly Dictionary<string, TableClient> clients = TableNames.All.ToDictionary(
        name => name,
        name => service.GetTableClient(prefix + name),
        StringComparer.Ordinal);

    /// <param name="name">One of <see cref="TableNames"/>.</param>
    public TableClient this[string name] => clients[name];

    public IEnumerable<TableClient> Everyone => clients.Values;
}
