using Azure.Data.Tables;

namespace AgentFunctions.Hosting.Storage.Versions;

/// <summary>Marks a head under whose next version rows are being staged, or a stage is being reverted.</summary>
/// <param name="Id">Of the run that owns the stage; empty when there is none.</param>
/// <param name="Step">Transactions of that run which are in.</param>
/// <param name="TouchedAt">When the last of them was sent.</param>
/// <param name="Entry">The ledger entry that announced it; all zeros for a revert.</param>
internal sealed record Stage(string Id, int Step, DateTimeOffset TouchedAt, Guid Entry)
{
    public static Stage None { get; } = new(string.Empty, 0, DateTimeOffset.UnixEpoch, Guid.Empty);

    public bool IsUnderWay => Id.Length > 0;

    /// <summary>Nobody has worked on it for <paramref name="patience"/>: its run died.</summary>
    public bool IsAbandonedAt(DateTimeOffset now, TimeSpan patience) => IsUnderWay && now - TouchedAt >= patience;

    internal static Stage Read(TableEntity head) => head.GetString("StageId") is { Length: > 0 } id
        ? new(
            id,
            head.GetInt32("StageStep") ?? 0,
            head.GetDateTimeOffset("StageTouchedAt") ?? DateTimeOffset.UnixEpoch,
            head.GetGuid("StageEntry") ?? Guid.Empty)
        : None;

    // A merge cannot remove a column: no stage is an empty id.
    internal void WriteTo(TableEntity head)
    {
        head["StageId"] = Id;
        head["StageStep"] = Step;
        head["StageTouchedAt"] = TouchedAt;
        head["StageEntry"] = Entry;
    }
}
