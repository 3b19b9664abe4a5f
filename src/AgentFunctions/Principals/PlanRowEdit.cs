using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Hosting;
using AgentFunctions.Hosting.Storage.Versions;
using AgentFunctions.Ledger.Changes;

namespace AgentFunctions.Principals;

/// <summary>Plans the edit of one row of authority on what is there now.</summary>
internal sealed class PlanRowEdit(FreeHead free)
{
    public async Task<PlannedChange<SavedRow>> PutAsync(
        RowTarget target, Entitlement wanted, ChangePrecondition precondition, CancellationToken cancellationToken)
    {
        var (head, present) = await ReadAsync(target, cancellationToken);
        var version = present?.ValidFrom ?? 0;
        var content = EntitlementRows.Print(wanted);
        var isSame = string.Equals(present?.Content, content, StringComparison.Ordinal);
        if (RefuseHead(target, head) is { } refusal || (refusal = precondition.RefusePut(version, isSame)) is not null)
        {
            return new PlannedChange<SavedRow>.Refused(refusal);
        }

        if (isSame)
        {
            return new PlannedChange<SavedRow>.Unchanged(new SavedRow(EntitlementJson.Print(wanted), version, IsNew: false));
        }

        var before = present is null ? null : EntitlementRows.Read(present);
        if (target.RefuseEdit(head, before, wanted) is { } denied)
        {
            return new PlannedChange<SavedRow>.Refused(denied);
        }

        RowEdit edit = present is null ? new RowEdit.Add(target.RowId, content) : new RowEdit.Replace(present, content);
        var operation = present is null ? ChangeOperation.Create : ChangeOperation.Replace;
        return Ready(target, head, edit, operation, before, wanted);
    }

    public async Task<PlannedChange<SavedRow>> DeleteAsync(RowTarget target, ChangePrecondition precondition, CancellationToken cancellationToken)
    {
        var (head, present) = await ReadAsync(target, cancellationToken);
        if (RefuseHead(target, head) is { } refusal)
        {
            return new PlannedChange<SavedRow>.Refused(refusal);
        }

        if (present is null)
        {
            return new PlannedChange<SavedRow>.Refused(new Problem(ProblemCode.NotFound));
        }

        var before = EntitlementRows.Read(present);
        return precondition.RefuseDelete(present.ValidFrom) is { } stale || (stale = target.RefuseEdit(head, before, null)) is not null
            ? new PlannedChange<SavedRow>.Refused(stale)
            : Ready(target, head, new RowEdit.End(present), ChangeOperation.Delete, before, null);
    }

    private static Problem? RefuseHead(RowTarget target, VersionHead head) =>
        target.RefuseHead(head) ?? (head.Stage.IsUnderWay ? new Problem(ProblemCode.ImportUnderWay) : null);

    private static PlannedChange<SavedRow>.Ready Ready(
        RowTarget target, VersionHead head, RowEdit edit, ChangeOperation operation, Entitlement? before, Entitlement? after)
    {
        var change = new Change
        {
            Target = target.Target,
            Operation = operation,
            Before = StateOf(before),
            After = StateOf(after),
            Version = head.Version + 1,
        };
        var answer = after is null
            ? new SavedRow(AttributeValue.Null, 0, IsNew: false)
            : new SavedRow(EntitlementJson.Print(after), head.Version + 1, before is null);
        return new(change, answer, (entry, cancellationToken) => CommitEdit.RunAsync(target.Rows, head, edit, entry, cancellationToken));
    }

    private static ChangedState StateOf(Entitlement? row) =>
        row is null ? ChangedState.Nothing : new ChangedState.Document(EntitlementRows.PrintMap(row));

    private async Task<(VersionHead Head, VersionedRow? Present)> ReadAsync(RowTarget target, CancellationToken cancellationToken)
    {
        var head = await free.ReadAsync(target.Rows, target.Partition, cancellationToken);
        var found = head.Version == 0 ? [] : await target.Rows.FindAsync(target.Partition, head.Version, target.RowId, cancellationToken);
        return (head, found.Count == 0 ? null : found[0]);
    }
}
