using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Hosting.Storage;
using AgentFunctions.Hosting.Storage.Versions;
using AgentFunctions.Ledger.Changes;

namespace AgentFunctions.Principals;

/// <summary>
/// One partition a principal: the head (what is registered, the agent's own columns, the entitlements' version), its
/// entitlements, what it lends to agents, and the changes that were applied to any of them.
/// </summary>
internal static class PrincipalTable
{
    public const string HeadKey = "principal";

    /// <summary>Column of the head: 1 or more once properties were registered, by itself or with an import.</summary>
    public const string PropertiesVersion = nameof(PropertiesVersion);

    /// <summary>Column of the head: registered properties, canonical JSON.</summary>
    public const string Properties = nameof(Properties);

    /// <summary>Column of the head: 1 or more once the agent was registered.</summary>
    public const string AgentVersion = nameof(AgentVersion);

    /// <summary>Column of the head: the person who owns the agent, empty for nobody.</summary>
    public const string Owner = nameof(Owner);

    /// <summary>Column of the head: the agent's deputy, empty for nobody.</summary>
    public const string Deputy = nameof(Deputy);

    /// <summary>Of registered properties: objects and lists within each other.</summary>
    public const int MaxDepth = 24;

    /// <summary>Of registered properties in canonical JSON, in bytes.</summary>
    public const int MaxPropertiesBytes = 12 << 10;

    public static RowFamily Entitlements { get; } = new("entitlement", HeadKey, "EntitlementsVersion");

    public static string PartitionOf(PrincipalId principal) => TableKey.Of(principal.Type, principal.Id);

    /// <summary>The columns that register properties.</summary>
    public static IReadOnlyDictionary<string, object> ColumnsOf(AttributeMap properties, long version) => new Dictionary<string, object>(StringComparer.Ordinal)
    {
        [Properties] = CanonicalJson.ToText(new AttributeValue.Map(properties)),
        [PropertiesVersion] = version,
    };

    /// <summary>As the ledger names it.</summary>
    public static ChangeTarget TargetOf(PrincipalId principal) => new("principal", new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["type"] = principal.Type,
        ["id"] = principal.Id,
    });
}
