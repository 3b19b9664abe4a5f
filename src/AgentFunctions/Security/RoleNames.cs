using System.Collections.Frozen;
using System.Numerics;

namespace AgentFunctions.Security;

/// <summary>The names of the roles on the wire: case sensitive, as Entra app roles are.</summary>
internal static class RoleNames
{
    /// <summary>The roles that change what others may do. A governed agent's token is never accepted for them.</summary>
    public const Role Administration = Role.AgentsWrite | Role.PolicyWrite | Role.PeopleWrite | Role.TenantWrite;

    private static readonly FrozenDictionary<string, Role> ByName = new Dictionary<string, Role>(StringComparer.Ordinal)
    {
        ["Decisions.Ask"] = Role.DecisionsAsk,
        ["Decisions.AskForPeople"] = Role.DecisionsAskForPeople,
        ["Agents.Read"] = Role.AgentsRead,
        ["Agents.Write"] = Role.AgentsWrite,
        ["Policy.Read"] = Role.PolicyRead,
        ["Policy.Write"] = Role.PolicyWrite,
        ["People.Read"] = Role.PeopleRead,
        ["People.Write"] = Role.PeopleWrite,
        ["Tenant.Read"] = Role.TenantRead,
        ["Tenant.Write"] = Role.TenantWrite,
        ["Audit.Read"] = Role.AuditRead,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<Role, string> ByRole =
        ByName.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>An unknown name is no role: it grants nothing and refuses nothing.</summary>
    public static Role Parse(string? name) => name is null ? Role.None : ByName.GetValueOrDefault(name);

    /// <summary>The names of every role in <paramref name="roles"/>, lowest bit first.</summary>
    public static IReadOnlyList<string> Print(Role roles)
    {
        var names = new List<string>(BitOperations.PopCount((uint)roles));
        for (var bits = (uint)roles; bits != 0; bits &= bits - 1)
        {
            names.Add(ByRole[(Role)(1u << BitOperations.TrailingZeroCount(bits))]);
        }

        return names;
    }
}
