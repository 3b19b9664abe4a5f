using AgentFunctions.Decisions.Facts;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Guardrails;
using AgentFunctions.Hosting.Storage;
using AgentFunctions.Hosting.Storage.Versions;
using AgentFunctions.Ledger.Changes;
using AgentFunctions.Principals;
using Azure.Data.Tables;

namespace AgentFunctions.Tests.Decisions;

/// <summary>Edits entitlements and guardrails as the app does, one version an edit.</summary>
internal static class RuleEdits
{
    public static SetAddress Guardrails { get; } = new(SetKind.Guardrails, TenantTable.Partition);

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    public static SetAddress Of(string type, string id) => new(SetKind.Entitlements, PrincipalTable.PartitionOf(new PrincipalId(type, id)));

    public static VersionedRows RowsOf(Tables tables, SetAddress set) => set.Kind == SetKind.Guardrails
        ? new(tables[TableNames.Tenant], TenantTable.Guardrails)
        : new(tables[TableNames.Principals], PrincipalTable.Entitlements);

    public static async Task PutAsync(Tables tables, SetAddress set, Entitlement rule)
    {
        var rows = RowsOf(tables, set);
        var head = await rows.ReadHeadAsync(set.Partition, Patience);
        if (!head.Exists)
        {
            await rows.Table.AddEntityAsync(new TableEntity(set.Partition, rows.Family.HeadKey), Patience);
            head = await rows.ReadHeadAsync(set.Partition, Patience);
        }

        var present = await rows.FindAsync(set.Partition, head.Version, rule.Id, Patience);
        RowEdit edit = present.Count == 0
            ? new RowEdit.Add(rule.Id, EntitlementRows.Print(rule))
            : new RowEdit.Replace(present[0], EntitlementRows.Print(rule));
        (await CommitEdit.RunAsync(rows, head, edit, Guid.NewGuid(), Patience)).ShouldBe(ApplyOutcome.Applied);
    }

    /// <summary>Nothing where there is no such rule.</summary>
    public static async Task DeleteAsync(Tables tables, SetAddress set, string id)
    {
        var rows = RowsOf(tables, set);
        var head = await rows.ReadHeadAsync(set.Partition, Patience);
        if (await rows.FindAsync(set.Partition, head.Version, id, Patience) is [var present])
        {
            (await CommitEdit.RunAsync(rows, head, new RowEdit.End(present), Guid.NewGuid(), Patience)).ShouldBe(ApplyOutcome.Applied);
        }
    }
}
