using AgentFunctions.Hosting;
using AgentFunctions.Hosting.Storage;
using AgentFunctions.Hosting.Storage.Versions;
using AgentFunctions.Ledger.Changes;
using AgentFunctions.Security;

namespace AgentFunctions.Principals;

/// <summary>Says, for an entitlement, where it is and who may do what to it.</summary>
internal sealed class EntitlementTargets(Tables tables)
{
    public VersionedRows Rows { get; } = new(tables[TableNames.Principals], PrincipalTable.Entitlements);

    public RowTarget Of(EntitlementPath path, Caller caller) => new()
    {
        Rows = Rows,
        Partition = PrincipalTable.PartitionOf(path.Principal),
        RowId = path.EntitlementId,
        Target = new ChangeTarget("entitlement", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["type"] = path.Principal.Type,
            ["id"] = path.Principal.Id,
            ["entitlement_id"] = path.EntitlementId,
        }),
        RefuseHead = RefuseUnregistered,
        RefuseEdit = (head, before, after) =>
            SecondPerson.AnswersFor(caller, path.Principal, PrincipalRow.Read(head.Columns)) && !EntitlementNarrowing.IsPure(before, after)
                ? SecondPerson.Required
                : null,
    };

    public static Problem? RefuseUnregistered(VersionHead head) =>
        PrincipalRow.Read(head.Columns).IsRegistered ? null : new Problem(ProblemCode.NotFound, "the principal is not registered");
}
