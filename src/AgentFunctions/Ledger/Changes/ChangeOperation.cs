namespace AgentFunctions.Ledger.Changes;

/// <summary>What was done. On the wire and in entries in snake_case.</summary>
internal enum ChangeOperation
{
    Create,
    Replace,
    Delete,

    /// <summary>A whole set at once.</summary>
    Import,
    Suspend,
    Resume,
    Retire,
    Transfer,
}
