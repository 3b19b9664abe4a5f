namespace AgentFunctions.Ledger.Changes;

/// <summary>A change of authority that is about to be made.</summary>
internal sealed record Change
{
    public required ChangeTarget Target { get; init; }

    public required ChangeOperation Operation { get; init; }

    public ChangedState Before { get; init; } = ChangedState.Nothing;

    public ChangedState After { get; init; } = ChangedState.Nothing;

    /// <summary>The version that the target (or the set that it belongs to) has once the change is applied.</summary>
    public required long Version { get; init; }

    /// <summary>What whoever made it says about it; empty where nothing was said. At most 1,000 characters.</summary>
    public string Reason { get; init; } = string.Empty;
}
