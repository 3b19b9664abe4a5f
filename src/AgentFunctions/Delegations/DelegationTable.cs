using System.Diagnostics.CodeAnalysis;
using AgentFunctions.Domain.Agents;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Delegations;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Hosting.Storage;
using AgentFunctions.Ledger.Changes;
using AgentFunctions.Principals;
using Azure.Data.Tables;

namespace AgentFunctions.Delegations;

/// <summary>
/// What a person lends to agents, one row an agent in the person's own partition (<see cref="PrincipalTable"/>). A
/// withdrawn one keeps its version, so that no version ever means two things.
/// </summary>
internal static class DelegationTable
{
    public const string Table = TableNames.Principals;

    /// <summary>First part of the rows' keys.</summary>
    public const string Prefix = "delegation";

    /// <summary>Column: true where it was withdrawn.</summary>
    public const string DeletedColumn = "Deleted";

    private const string VersionColumn = nameof(Delegation.Version);
    private const string ResourceType = "type";
    private const string ResourceIdOrPrefix = "id";

    public static string PartitionOf(PersonId delegator) => PrincipalTable.PartitionOf(delegator.Principal);

    public static string RowKeyOf(AgentId agent) => TableKey.Of(Prefix, agent.Value);

    /// <summary>Null where it was withdrawn.</summary>
    /// <exception cref="InvalidDataException">The row is not one that the app writes: what it says is not guessed.</exception>
    public static Delegation? Read(TableEntity row)
    {
        if (row.GetBoolean(DeletedColumn) ?? throw RowColumns.Strange(DeletedColumn))
        {
            return null;
        }

        return new Delegation
        {
            Delegator = row.ReadPerson(nameof(Delegation.Delegator)),
            Agent = AgentId.TryParse(row.ReadText(nameof(Delegation.Agent)), out var agent) ? agent : throw RowColumns.Strange(nameof(Delegation.Agent)),
            Version = ReadVersion(row),
            Actions = [.. ReadList(row, nameof(Delegation.Actions)).Select(ReadAction)],
            Resources = [.. ReadList(row, nameof(Delegation.Resources)).Select(ReadPattern)],
            ExpiresAt = row.ReadTime(nameof(Delegation.ExpiresAt)),
        };
    }

    [return: NotNullIfNotNull(nameof(delegation))]
    public static DocumentState? StateOf(Delegation? delegation) =>
        delegation is null ? null : new(DelegationContracts.Print(delegation), delegation.Version);

    /// <summary>As the ledger names it: the principal that lends, and the agent.</summary>
    public static ChangeTarget TargetOf(DelegationPath path) => new("delegation", new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["type"] = PrincipalId.PersonType,
        ["id"] = path.Delegator.Value,
        ["agent_id"] = path.Agent.Value,
    });

    /// <summary>The version of the row, of a withdrawn one too.</summary>
    public static long ReadVersion(TableEntity row) => row.ReadVersion(VersionColumn);

    /// <param name="row">Null for the first one.</param>
    public static long NextVersion(TableEntity? row) => row is null ? 1 : ReadVersion(row) + 1;

    public static TableEntity Write(Delegation delegation) => new(PartitionOf(delegation.Delegator), RowKeyOf(delegation.Agent))
    {
        [nameof(Delegation.Delegator)] = delegation.Delegator.Value,
        [nameof(Delegation.Agent)] = delegation.Agent.Value,
        [nameof(Delegation.Actions)] = CanonicalJson.ToText(AttributeObject.Texts(delegation.Actions)),
        [nameof(Delegation.Resources)] = CanonicalJson.ToText(DelegationContracts.PrintPatterns(delegation.Resources)),
        [nameof(Delegation.ExpiresAt)] = delegation.ExpiresAt,
        [DeletedColumn] = false,
        [VersionColumn] = delegation.Version,
    };

    /// <param name="version">One more than the last one.</param>
    public static TableEntity WriteDeleted(PersonId delegator, AgentId agent, long version) => new(PartitionOf(delegator), RowKeyOf(agent))
    {
        [DeletedColumn] = true,
        [VersionColumn] = version,
    };

    private static IReadOnlyList<AttributeValue> ReadList(TableEntity row, string column) =>
        row.ReadJson(column) is AttributeValue.List { Items: { Count: > 0 } items } ? items : throw RowColumns.Strange(column);

    private static string ReadAction(AttributeValue value) =>
        value is AttributeValue.Text text ? text.Value : throw RowColumns.Strange(nameof(Delegation.Actions));

    private static ResourcePattern ReadPattern(AttributeValue value) =>
        value is AttributeValue.Map map
        && map.Members.TryGet(ResourceType, out var type) && type is AttributeValue.Text typeText
        && map.Members.TryGet(ResourceIdOrPrefix, out var id) && id is AttributeValue.Text idText
            ? new ResourcePattern(typeText.Value, idText.Value)
            : throw RowColumns.Strange(nameof(Delegation.Resources));
}
