using AgentFunctions.Domain.Resources;

namespace AgentFunctions.Domain.Principals;

/// <summary>
/// Which resources an entitlement speaks of: an exact type (or `*` for any) and an id that is exact or, ending in
/// `*`, a prefix. `*` alone is any id. A `*` anywhere else is an ordinary character.
/// </summary>
public sealed record ResourcePattern(string Type, string Id)
{
    public bool Covers(ResourceId resource) => (Type == Pattern.Any || Type == resource.Type) && Pattern.Covers(Id, resource.Id);
}
