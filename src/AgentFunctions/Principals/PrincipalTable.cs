using AgentFunctions.Domain.Principals;
using AgentFunctions.Hosting.Storage;
using AgentFunctions.Hosting.Storage.Versions;

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

    /// <summary>Column of the head, for lists.</summary>
    public const string Type = nameof(Type);

    /// <summary>Column of the head, for lists.</summary>
    public const string Id = nameof(Id);

    public static RowFamily Entitlements { get; } = new("entitlement", HeadKey, "EntitlementsVersion");

    public static string PartitionOf(PrincipalId principal) => TableKey.Of(principal.Type, principal.Id);
}
