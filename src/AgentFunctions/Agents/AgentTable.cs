using System.Diagnostics.CodeAnalysis;
using AgentFunctions.Domain.Agents;
using AgentFunctions.Domain.Resources;
using AgentFunctions.Hosting;
using AgentFunctions.Hosting.Storage;
using AgentFunctions.Hosting.Storage.Versions;
using AgentFunctions.Ledger.Changes;
using AgentFunctions.Principals;
using Azure.Data.Tables;

namespace AgentFunctions.Agents;

/// <summary>
/// An agent is columns of its principal's head row (<see cref="PrincipalTable"/>): who decides reads it together with
/// the version of its entitlements.
/// </summary>
internal static class AgentTable
{
    public const string RowKey = PrincipalTable.HeadKey;

    private const string IdColumn = "AgentId";
    private const string NameColumn = "AgentName";
    private const string PropertiesColumn = "AgentProperties";

    public static string PartitionOf(AgentId id) => PrincipalTable.PartitionOf(id.Principal);

    /// <summary>Null where the head registers no agent: it may hold entitlements only, or the mark of an import.</summary>
    /// <exception cref="InvalidDataException">The row is not one that the app writes: what it says is not guessed.</exception>
    public static AgentRow? Read(TableEntity head)
    {
        if (!IsAgent(head))
        {
            return null;
        }

        var agent = new Agent
        {
            Id = AgentId.TryParse(head.ReadText(IdColumn), out var id) ? id : throw RowColumns.Strange(IdColumn),
            Status = head.ReadName<AgentStatus>(nameof(Agent.Status)),
            Owner = head.ReadPerson(PrincipalTable.Owner),
            Deputy = head.ReadPerson(PrincipalTable.Deputy),
            DeputySince = head.ReadTime(nameof(Agent.DeputySince)),
            Purpose = head.ReadText(nameof(Agent.Purpose)),
            Autonomy = head.ReadName<Autonomy>(nameof(Agent.Autonomy)),
            Tolerance = head.ReadName<Sensitivity>(nameof(Agent.Tolerance)),
            Properties = head.ReadMap(PropertiesColumn),
        };
        return new(agent, head.ReadText(NameColumn), head.ReadVersion(PrincipalTable.AgentVersion));
    }

    [return: NotNullIfNotNull(nameof(row))]
    public static DocumentState? StateOf(AgentRow? row) => row is null ? null : new(AgentContracts.Print(row), row.Version);

    /// <summary>Writes the agent beside whatever else its head holds, an import's mark among it.</summary>
    public static ChangeApplication Apply(VersionedRows rows, VersionHead head, AgentRow next) => (entry, cancellationToken) =>
        ApplyChange.SubmitAsync(rows.Table, head.Partition, [HeadWrite.Merge(head, rows.Family, Write(next))], entry, cancellationToken);

    /// <summary>As the ledger names it.</summary>
    public static ChangeTarget TargetOf(AgentId id) => new("agent", new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = id.Value });

    /// <summary>True when the head registers an agent, whatever its status.</summary>
    public static bool IsAgent(TableEntity head) => head.GetInt64(PrincipalTable.AgentVersion) is > 0;

    /// <summary>The columns to merge into the head.</summary>
    public static IReadOnlyDictionary<string, object> Write(AgentRow row) => new Dictionary<string, object>(StringComparer.Ordinal)
    {
        [IdColumn] = row.Agent.Id.Value,
        [NameColumn] = row.Name,
        [nameof(Agent.Status)] = WireName.Of(row.Agent.Status),
        [PrincipalTable.Owner] = row.Agent.Owner.Value,
        [PrincipalTable.Deputy] = row.Agent.Deputy.Value,
        [nameof(Agent.DeputySince)] = row.Agent.DeputySince,
        [nameof(Agent.Purpose)] = row.Agent.Purpose,
        [nameof(Agent.Autonomy)] = WireName.Of(row.Agent.Autonomy),
        [nameof(Agent.Tolerance)] = WireName.Of(row.Agent.Tolerance),
        [PropertiesColumn] = RowColumns.Print(row.Agent.Properties),
        [PrincipalTable.AgentVersion] = row.Version,
    };
}
