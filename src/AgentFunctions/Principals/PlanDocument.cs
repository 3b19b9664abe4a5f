using AgentFunctions.Domain.Attributes;
using AgentFunctions.Ledger.Changes;

namespace AgentFunctions.Principals;

/// <summary>What is the same in the plan of every change to a document that is one row.</summary>
internal static class PlanDocument
{
    /// <summary>Says that there is nothing to do, or that it may not be done; null when it is to be written.</summary>
    /// <param name="present">Null where there is none.</param>
    /// <param name="wanted">What it is to be; equal to what is there when nothing would change.</param>
    public static PlannedChange<SavedRow>? Settle(DocumentState? present, AttributeMap wanted, ChangePrecondition precondition)
    {
        var isSame = present is not null && present.Document.Equals(wanted);
        return precondition.RefusePut(present?.Version ?? 0, isSame) switch
        {
            { } refusal => new PlannedChange<SavedRow>.Refused(refusal),
            null when isSame => Unchanged(present!), // Not null: it is the same.
            null => null,
        };
    }

    public static PlannedChange<SavedRow>.Unchanged Unchanged(DocumentState present) =>
        new(new SavedRow(present.ToAnswer(), present.Version, IsNew: false));

    public static PlannedChange<SavedRow>.Ready Put(ChangeTarget target, DocumentState? present, DocumentState next, ChangeApplication application) =>
        Change(present is null ? ChangeOperation.Create : ChangeOperation.Replace, string.Empty, target, present, next, application);

    public static PlannedChange<SavedRow>.Ready Change(
        ChangeOperation operation, string reason, ChangeTarget target, DocumentState? present, DocumentState next, ChangeApplication application)
    {
        var change = new Change
        {
            Target = target,
            Operation = operation,
            Before = StateOf(present),
            After = StateOf(next),
            Version = next.Version,
            Reason = reason,
        };
        return new(change, new SavedRow(next.ToAnswer(), next.Version, present is null), application);
    }

    /// <param name="version">That the row keeps, so that no later one has a version that was used.</param>
    public static PlannedChange<SavedRow>.Ready Delete(ChangeTarget target, DocumentState present, long version, ChangeApplication application)
    {
        var change = new Change { Target = target, Operation = ChangeOperation.Delete, Before = StateOf(present), Version = version };
        return new(change, new SavedRow(AttributeValue.Null, 0, IsNew: false), application);
    }

    private static ChangedState StateOf(DocumentState? state) =>
        state is null ? ChangedState.Nothing : new ChangedState.Document(state.Document);
}
