using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using AgentFunctions.Agents;
using AgentFunctions.Decisions;
using AgentFunctions.Decisions.Record;
using AgentFunctions.Delegations;
using AgentFunctions.Directory;
using AgentFunctions.Domain.Agents;
using AgentFunctions.Domain.Delegations;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Domain.Guardrails;
using AgentFunctions.Domain.Ledger;
using AgentFunctions.Domain.Resources;
using AgentFunctions.Guardrails;
using AgentFunctions.Hosting;
using AgentFunctions.Hosting.Storage;
using AgentFunctions.Ledger;
using AgentFunctions.Ledger.Changes;
using AgentFunctions.Resources;
using AgentFunctions.Security;
using AgentFunctions.Shared;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AgentFunctions.Tests.Decisions;

/// <summary>Everything from a parsed request to its answer, on tables of its own, with storage that misbehaves as told.</summary>
internal sealed class DecidingApp : IAsyncDisposable
{
    /// <summary>Settings under which storage may take its time.</summary>
    public static readonly (string, string)[] Patient =
        [("Storage:AttemptSeconds", "30"), ("Decisions:ReadMilliseconds", "30000"), ("Decisions:LoadMilliseconds", "30000"), ("Ledger:AppendMilliseconds", "60000"), ("Ledger:CommitMilliseconds", "60000")];

    private readonly ServiceProvider provider;

    private readonly ServiceProvider desk;

    private DecidingApp(ServiceProvider provider, ServiceProvider desk, FaultyTransport transport) =>
        (this.provider, this.desk, Transport) = (provider, desk, transport);

    public FaultyTransport Transport { get; }

    /// <summary>The same tables by a way that has no faults and all the time it needs.</summary>
    public Tables Tables => desk.GetRequiredService<Tables>();

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    public static async Task<DecidingApp> StartAsync(AzuriteFixture azurite, params (string Name, string Value)[] settings)
    {
        var transport = new FaultyTransport();
        var prefix = $"d{Guid.NewGuid():N}"[..16];
        var started = Configured(azurite, prefix, settings)
            .AddSingleton<HttpPipelineTransport>(transport)
            .AddHosting()
            .AddStorage()
            .AddLedger()
            .AddChanges()
            .AddDecisions()
            .BuildServiceProvider();
        var patient = Configured(azurite, prefix, Patient).AddStorage().BuildServiceProvider();
        var create = patient.GetRequiredService<CreateTables>();
        await create.StartAsync(Patience);
        await create.Created;
        await started.GetRequiredService<LedgerWriter>().StartAsync(Patience);
        return new(started, patient, transport);
    }

    /// <summary>The body as a gateway sends it to `POST /access/v1/evaluation`, unless somebody else does.</summary>
    public async Task<Heard> AskAsync(string body, Caller? caller = null)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var http = new DefaultHttpContext { RequestServices = provider };
        http.Request.Method = "POST";
        http.Request.ContentType = "application/json";
        http.Request.ContentLength = bytes.Length;
        http.Request.Body = new MemoryStream(bytes);
        using var answer = new MemoryStream();
        http.Response.Body = answer;
        http.SetCaller(caller ?? Callers.Gateway);
        var started = Stopwatch.GetTimestamp();
        var result = await provider.GetRequiredService<AnswerEvaluations>().OneAsync(http.Request, Patience);
        await result.ExecuteAsync(http);
        var elapsed = Stopwatch.GetElapsedTime(started);
        return new(http.Response.StatusCode, http.Response.ContentType ?? "", JsonNode.Parse(answer.ToArray())!, elapsed); // Every answer has a body.
    }

    /// <summary>Decided whatever time it takes: what comes of it does not depend on how busy the machine is.</summary>
    public Task<Evaluated> DecideAsync(string body, Caller caller) =>
        provider.GetRequiredService<EvaluateAccess>().RunAsync(caller, Callers.Json(body), Patience);

    /// <summary>Null where the ledger has no such entry.</summary>
    public async Task<LedgerEntry?> FindEntryAsync(Guid id) =>
        EvaluationId.TryParse(id, out var place)
        && await provider.GetRequiredService<StreamEntries>().ReadAsync(place.Stream, place.Sequence, Patience) is { Entry: { } entry } && entry.Id == place
            ? entry
            : null;

    public Task<Replayed> ReplayAsync(LedgerEntry entry) => provider.GetRequiredService<ReplayDecision>().RunAsync(entry, Patience);

    public Task PutAsync(Agent agent) => MergeAsync(
        Tables[TableNames.Principals], AgentTable.PartitionOf(agent.Id), AgentTable.RowKey, AgentTable.Write(new AgentRow(agent, "", 1)));

    public Task PutAsync(Person person) => Tables[PersonTable.Table].UpsertEntityAsync(PersonTable.Write(new PersonRow(person, 1)), TableUpdateMode.Replace, Patience);

    public Task PutAsync(Resource resource) =>
        Tables[ResourceTable.Table].UpsertEntityAsync(ResourceTable.Write(new ResourceRow(resource, 1)), TableUpdateMode.Replace, Patience);

    public Task RemoveAsync(ResourceId resource) =>
        Tables[ResourceTable.Table].UpsertEntityAsync(ResourceTable.WriteDeleted(resource, 2), TableUpdateMode.Replace, Patience);

    public Task PutAsync(Delegation delegation) => Tables[DelegationTable.Table].UpsertEntityAsync(DelegationTable.Write(delegation), TableUpdateMode.Replace, Patience);

    public Task RemoveAsync(Delegation delegation) => Tables[DelegationTable.Table].UpsertEntityAsync(
        DelegationTable.WriteDeleted(delegation.Delegator, delegation.Agent, delegation.Version + 1), TableUpdateMode.Replace, Patience);

    /// <summary>All but the guardrails' version, which only their edits move.</summary>
    public Task PutAsync(Tenant tenant) => MergeAsync(
        Tables[TableNames.Tenant], TenantTable.Partition, TenantTable.HeadKey, new TenantRow(tenant, 1).ToColumns());

    /// <summary>Columns of a principal's head.</summary>
    public Task MergeAsync(TableClient table, string partition, string row, IReadOnlyDictionary<string, object> columns)
    {
        var entity = new TableEntity(partition, row);
        foreach (var (name, value) in columns)
        {
            entity[name] = value;
        }

        return table.UpsertEntityAsync(entity, TableUpdateMode.Merge, Patience);
    }

    public async ValueTask DisposeAsync()
    {
        Transport.Script = static (_, _) => null;
        await provider.GetRequiredService<LedgerWriter>().StopAsync(CancellationToken.None);
        await provider.DisposeAsync();
        await desk.DisposeAsync();
    }

    private static ServiceCollection Configured(AzuriteFixture azurite, string prefix, IEnumerable<(string Name, string Value)> settings)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Storage:ConnectionString", azurite.ConnectionString),
            new("Storage:TablePrefix", prefix),
            new("Ledger:CheckpointKeyPem", CheckpointKey.Pem),
            .. settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Name, setting.Value)),
        ]).Build());
        return services;
    }
}
