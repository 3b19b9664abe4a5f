namespace AgentFunctions.Ledger.Changes;

/// <summary>What became of a change's own transaction, after its entry was appended.</summary>
internal enum ApplyOutcome
{
    /// <summary>Nobody can say in time. It may still be applied; if it is, its entry is there.</summary>
    Unknown = 0,

    /// <summary>Somebody else was first: nothing was written, and the entry is one that was never applied.</summary>
    Superseded,

    /// <summary>Every row of it is written, the record of its entry among them.</summary>
    Applied,
}
