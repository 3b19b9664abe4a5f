namespace AgentFunctions.LoadBench;

/// <summary>Requests that went to storage.</summary>
/// <param name="Reads">Of one row, by both keys.</param>
/// <param name="Queries">Of several rows.</param>
/// <param name="Transactions">Each is a commit of the ledger while decisions are all that is asked.</param>
internal sealed record StorageCounts(long Reads, long Queries, long Transactions, long Others)
{
    public StorageCounts Since(StorageCounts before) => new(
        Reads - before.Reads, Queries - before.Queries, Transactions - before.Transactions, Others - before.Others);
}
