using System.Globalization;
using AgentFunctions.Agents;
using AgentFunctions.Delegations;
using AgentFunctions.Directory;
using AgentFunctions.Domain.Agents;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Delegations;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Domain.Guardrails;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Domain.Resources;
using AgentFunctions.Guardrails;
using AgentFunctions.Hosting.Storage;
using AgentFunctions.Hosting.Storage.Versions;
using AgentFunctions.Principals;
using AgentFunctions.Resources;
using Azure.Data.Tables;

namespace AgentFunctions.LoadBench;

/// <summary>
/// Agents with two entitlements each, one for every delegator of a hundred in turn, over fifty tools. The rows are
/// those that the app writes, made by the app's own code.
/// </summary>
internal sealed class Company(int agents, DateTimeOffset now)
{
    private const int People = 100;
    private const int Tools = 50;

    public static string AgentName(int number) => $"agent-{Digits(number)}";

    public static string PersonName(int number) => $"person-{Digits(number % People)}";

    public static string ToolName(int number) => $"tool-{Digits(number % Tools)}";

    /// <summary>What a decision about that agent reads, as (table, partition, row).</summary>
    public static (string Table, string Partition, string Row)[] RowsOf(int number) =>
    [
        (TableNames.Tenant, TenantTable.Partition, TenantTable.HeadKey),
        (TableNames.Resources, ResourceTable.PartitionOf(Tool(number)), ResourceTable.RowKey),
        (TableNames.Principals, AgentTable.PartitionOf(Agent(number)), AgentTable.RowKey),
        (TableNames.People, PersonTable.PartitionOf(Person(number)), PersonTable.RowKey),
        (TableNames.People, PersonTable.PartitionOf(Person(number + 1)), PersonTable.RowKey),
        (TableNames.People, PersonTable.PartitionOf(Person(number + 2)), PersonTable.RowKey),
        (TableNames.Principals, PrincipalTable.PartitionOf(Person(number + 2).Principal), PrincipalTable.HeadKey),
        (TableNames.Principals, DelegationTable.PartitionOf(Person(number + 2)), DelegationTable.RowKeyOf(Agent(number))),
    ];

    public async Task SeedAsync(TableServiceClient service)
    {
        foreach (var table in TableNames.All)
        {
            _ = await service.GetTableClient(table).CreateIfNotExistsAsync();
        }

        await Parallel.ForEachAsync(Rows(), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (row, cancellationToken) =>
            await service.GetTableClient(row.Table).AddEntityAsync(row.Entity, cancellationToken));
    }

    private static PersonId Person(int number) => PersonId.TryParse(PersonName(number), out var id) ? id : PersonId.Nobody;

    private static AgentId Agent(int number) => AgentId.TryParse(AgentName(number), out var id) ? id : throw new InvalidOperationException();

    private static ResourceId Tool(int number) => new("tool", ToolName(number));

    private static string Digits(int number) => number.ToString("D5", CultureInfo.InvariantCulture);

    private static TableEntity With(TableEntity entity, IReadOnlyDictionary<string, object> columns)
    {
        foreach (var (name, value) in columns)
        {
            entity[name] = value;
        }

        return entity;
    }

    private IEnumerable<(string Table, TableEntity Entity)> Rows() =>
    [
        (TableNames.Tenant, TenantRow()),
        (TableNames.Tenant, Rule(TenantTable.Partition, TenantTable.Guardrails, "no-export", Effect.Deny, "export")),
        .. Enumerable.Range(0, People).SelectMany(PersonRows),
        .. Enumerable.Range(0, Tools).Select(number => (ResourceTable.Table, ResourceTable.Write(new ResourceRow(
            new Resource { Id = Tool(number), Sensitivity = Sensitivity.Low }, 1)))),
        .. Enumerable.Range(0, agents).SelectMany(AgentRows),
    ];

    private static TableEntity TenantRow() => With(
        new TableEntity(TenantTable.Partition, TenantTable.HeadKey) { [TenantTable.Guardrails.VersionColumn] = 1L },
        new TenantRow(new Tenant { Switch = TenantSwitch.Active, GuardrailsVersion = 1, DirectoryMaxAgeMinutes = 1_440 }, 1).ToColumns());

    private IEnumerable<(string Table, TableEntity Entity)> PersonRows(int number)
    {
        var person = new Person
        {
            Id = Person(number), Standing = Standing.Living, Since = now, ConfirmedAt = now, Source = PersonSource.Directory,
        };
        yield return (PersonTable.Table, PersonTable.Write(new PersonRow(person, 1)));
        yield return (TableNames.Principals, With(
            new TableEntity(PrincipalTable.PartitionOf(person.Id.Principal), PrincipalTable.HeadKey), PrincipalTable.ColumnsOf(AttributeMap.Empty, 1)));
    }

    private IEnumerable<(string Table, TableEntity Entity)> AgentRows(int number)
    {
        var agent = new Agent
        {
            Id = Agent(number), Status = AgentStatus.Active, Owner = Person(number), Deputy = Person(number + 1), DeputySince = now,
            Purpose = "load", Autonomy = Autonomy.High, Tolerance = Sensitivity.High,
        };
        var partition = AgentTable.PartitionOf(agent.Id);
        yield return (TableNames.Principals, With(
            new TableEntity(partition, AgentTable.RowKey) { [PrincipalTable.Entitlements.VersionColumn] = 1L },
            AgentTable.Write(new AgentRow(agent, "", 1))));
        yield return (TableNames.Principals, Rule(partition, PrincipalTable.Entitlements, "read-tools", Effect.Allow, "read"));
        yield return (TableNames.Principals, Rule(partition, PrincipalTable.Entitlements, "ask-to-write", Effect.Challenge, "write"));
        yield return (DelegationTable.Table, DelegationTable.Write(new Delegation
        {
            Delegator = Person(number + 2), Agent = agent.Id, Version = 1, Actions = ["read"],
            Resources = [new ResourcePattern("tool", "*")], ExpiresAt = now.AddDays(30),
        }));
    }

    private static TableEntity Rule(string partition, RowFamily family, string id, Effect effect, string action) =>
        new VersionedRow(id, EntitlementRows.Print(new Entitlement
        {
            Id = id, Effect = effect, Actions = [action], Resource = new ResourcePattern("tool", "*"),
        }), 1, VersionedRow.Live).ToEntity(partition, family);
}
