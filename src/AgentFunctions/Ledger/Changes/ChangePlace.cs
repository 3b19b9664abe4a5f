using System.Diagnostics.CodeAnalysis;
using AgentFunctions.Directory;
using AgentFunctions.Domain.Agents;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Domain.Resources;
using AgentFunctions.Guardrails;
using AgentFunctions.Hosting.Storage;
using AgentFunctions.Principals;
using AgentFunctions.Resources;

namespace AgentFunctions.Ledger.Changes;

/// <summary>Where the target of a change is stored: there the change left its mark, if it was applied.</summary>
internal sealed record ChangePlace(string Table, string Partition)
{
    /// <param name="change">The body of a change's entry, see <see cref="RecordChange"/>.</param>
    public static bool TryFind(AttributeValue change, [NotNullWhen(true)] out ChangePlace? place)
    {
        place = change is AttributeValue.Map map && map.Members.TryGet("target", out var value) && value is AttributeValue.Map target
            ? Of(TextOf(target, "kind"), TextOf(target, "type"), TextOf(target, "id"))
            : null;
        return place is not null;
    }

    private static ChangePlace? Of(string kind, string type, string id) => kind switch
    {
        "principal" or "entitlement" or "delegation" when PrincipalId.TryParse(type, id, out var principal) =>
            new(TableNames.Principals, PrincipalTable.PartitionOf(principal)),
        "agent" when AgentId.TryParse(id, out var agent) => new(TableNames.Principals, PrincipalTable.PartitionOf(agent.Principal)),
        "person" when PersonId.TryParse(id, out var person) => new(PersonTable.Table, PersonTable.PartitionOf(person)),
        "resource" when ResourceId.TryParse(type, id, out var resource) => new(ResourceTable.Table, ResourceTable.PartitionOf(resource)),
        "guardrail" or "tenant" => new(TableNames.Tenant, TenantTable.Partition),
        _ => null,
    };

    private static string TextOf(AttributeValue.Map target, string member) =>
        target.Members.TryGet(member, out var value) && value is AttributeValue.Text text ? text.Value : string.Empty;
}
