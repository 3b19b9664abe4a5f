namespace AgentFunctions.Domain.Ledger;

/// <summary>What a ledger entry records. Numbers are part of the hash and never change meaning.</summary>
public enum EntryKind
{
    /// <summary>A stream was opened (registry only).</summary>
    StreamOpened = 1,

    /// <summary>A stream was sealed (registry only).</summary>
    StreamSealed = 2,

    /// <summary>A decision, written before the caller hears it.</summary>
    Decision = 3,

    /// <summary>A change of authority, written before it is applied.</summary>
    Change = 4,
}
