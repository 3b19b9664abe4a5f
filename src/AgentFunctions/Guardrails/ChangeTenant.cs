using AgentFunctions.Domain.Guardrails;
using AgentFunctions.Hosting;
using AgentFunctions.Ledger.Changes;
using AgentFunctions.Hosting.Storage.Versions;
using AgentFunctions.Principals;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Security;

namespace AgentFunctions.Guardrails;

/// <summary>Changes the tenant's row, one version after the other.</summary>
internal sealed class ChangeTenant(GuardrailTargets targets, ChangeAuthority authority)
{
    private static readonly ChangeTarget Target = new("tenant", new Dictionary<string, string>(StringComparer.Ordinal));

    /// <param name="operation">What it is called in the ledger.</param>
    /// <param name="reason">What whoever did it says; empty where nothing was asked.</param>
    /// <param name="refuse">Why it may not be changed from the version that it has (0 for none), which is the same already or not; null when it may.</param>
    /// <param name="edit">What it is to be.</param>
    public Task<ChangeOutcome<SavedRow>> RunAsync(
        Caller caller, ChangeOperation operation, string reason, Func<long, bool, Problem?> refuse, Func<TenantRow, Tenant> edit, CancellationToken cancellationToken) =>
        authority.RunAsync(
            caller,
            async patience =>
            {
                var head = await targets.Rows.ReadHeadAsync(TenantTable.Partition, patience);
                return Plan(head, operation, reason, refuse, edit);
            },
            cancellationToken);

    private PlannedChange<SavedRow> Plan(
        VersionHead head, ChangeOperation operation, string reason, Func<long, bool, Problem?> refuse, Func<TenantRow, Tenant> edit)
    {
        var row = head.Exists ? TenantRow.Read(head.Columns) : TenantRow.Absent;
        var next = new TenantRow(edit(row), row.SettingsVersion + 1);
        var isNew = row.SettingsVersion == 0;
        var isSame = !isNew && next.Tenant == row.Tenant;
        if (refuse(row.SettingsVersion, isSame) is { } refusal)
        {
            return new PlannedChange<SavedRow>.Refused(refusal);
        }

        if (isSame)
        {
            return new PlannedChange<SavedRow>.Unchanged(new SavedRow(DocumentOf(row), row.SettingsVersion, IsNew: false));
        }

        var change = new Change
        {
            Target = Target,
            Operation = isNew && operation == ChangeOperation.Replace ? ChangeOperation.Create : operation,
            Before = isNew ? ChangedState.Nothing : new ChangedState.Document(TenantContracts.Print(row.Tenant)),
            After = new ChangedState.Document(TenantContracts.Print(next.Tenant)),
            Version = next.SettingsVersion,
            Reason = reason,
        };
        var write = HeadWrite.Merge(head, TenantTable.Guardrails, next.ToColumns());
        return new PlannedChange<SavedRow>.Ready(
            change,
            new SavedRow(DocumentOf(next), next.SettingsVersion, isNew),
            (entry, patience) => ApplyChange.SubmitAsync(targets.Rows.Table, head.Partition, [write], entry, patience));
    }

    private static AttributeValue.Map DocumentOf(TenantRow row) => new(TenantContracts.Print(row.Tenant));
}
