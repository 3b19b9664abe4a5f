using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Hosting;
using AgentFunctions.Hosting.Storage.Versions;
using AgentFunctions.Ledger.Changes;
using AgentFunctions.Security;

namespace AgentFunctions.Principals;

/// <summary>Plans an import on what a principal has now.</summary>
internal sealed class ImportPlan(EntitlementTargets targets, FreeHead free, PrincipalIndex index, TimeProvider clock)
{
    /// <param name="cancellationToken">Ends the staging too, which is then taken back.</param>
    public async Task<PlannedChange<ImportCounts>> MakeAsync(
        PrincipalId principal, ImportDocument wanted, Caller caller, CancellationToken cancellationToken)
    {
        var head = await free.ReadAsync(targets.Rows, PrincipalTable.PartitionOf(principal), cancellationToken);
        if (head.Stage.IsUnderWay)
        {
            return new PlannedChange<ImportCounts>.Refused(new Problem(ProblemCode.ImportUnderWay));
        }

        var row = PrincipalRow.Read(head.Columns);
        var present = await targets.Rows.LoadAsync(head.Partition, head.Version, cancellationToken);
        var edits = RowSet.Plan(present, wanted.Entitlements);
        var keepsProperties = row.PropertiesVersion > 0 && Print(row.Properties) == Print(wanted.Properties);
        if (keepsProperties && edits.Count == 0)
        {
            return new PlannedChange<ImportCounts>.Unchanged(ImportCounts.Of(head.Version, present.Count, edits, isUnchanged: true));
        }

        if (SecondPerson.AnswersFor(caller, principal, row) && !(keepsProperties && edits.All(edit => IsNarrowing(edit, wanted))))
        {
            return new PlannedChange<ImportCounts>.Refused(SecondPerson.Required);
        }

        await index.EnsureAsync(principal, cancellationToken);
        var columns = keepsProperties ? new Dictionary<string, object>() : PrincipalTable.ColumnsOf(wanted.Properties, row.PropertiesVersion + 1);
        return new PlannedChange<ImportCounts>.Ready(
            Describe(principal, head, row, present, wanted),
            ImportCounts.Of(head.Version + 1, wanted.Entitlements.Count, edits, isUnchanged: false),
            (entry, _) => new StageRows(targets.Rows, clock).RunAsync(head, edits, columns, entry, cancellationToken));
    }

    private static Change Describe(PrincipalId principal, VersionHead head, PrincipalRow row, IReadOnlyList<VersionedRow> present, ImportDocument wanted) => new()
    {
        Target = PrincipalTable.TargetOf(principal),
        Operation = ChangeOperation.Import,
        Before = row.IsRegistered ? StateOf(present.Select(before => KeyValuePair.Create(before.Id, before.Content)), row.Properties) : ChangedState.Nothing,
        After = StateOf(wanted.Entitlements, wanted.Properties),
        Version = head.Version + 1,
    };

    private static ChangedState.Digest StateOf(IEnumerable<KeyValuePair<string, string>> rows, AttributeMap properties)
    {
        var set = rows.ToList();
        return new(ImportDocument.Digest(set), set.Count, properties);
    }

    private static bool IsNarrowing(RowEdit edit, ImportDocument wanted) => edit switch
    {
        RowEdit.End end => EntitlementNarrowing.IsPure(EntitlementRows.Read(end.Row), null),
        RowEdit.Replace replace => EntitlementNarrowing.IsPure(EntitlementRows.Read(replace.Row), Read(replace.Row.Id, wanted)),
        RowEdit.Add add => EntitlementNarrowing.IsPure(null, Read(add.Id, wanted)),
        _ => false,
    };

    private static Entitlement Read(string id, ImportDocument wanted) =>
        EntitlementRows.Read(new VersionedRow(id, wanted.Entitlements[id], 1, VersionedRow.Live));

    private static string Print(AttributeMap properties) => CanonicalJson.ToText(new AttributeValue.Map(properties));
}
