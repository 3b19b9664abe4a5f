namespace AgentFunctions.Ledger;

/// <summary>What a stream's head row says. Numbers are kept in storage and never change meaning.</summary>
internal enum StreamState
{
    /// <summary>Its writer may append.</summary>
    Open = 1,

    /// <summary>Nobody appends any more.</summary>
    Sealed = 2,
}
