namespace AgentFunctions.LoadBench;

/// <summary>What the app's process says of itself.</summary>
/// <param name="WorkingSet">Bytes.</param>
/// <param name="Heap">Bytes that a full collection left.</param>
/// <param name="Allocated">Bytes since the start.</param>
/// <param name="Processor">Processor time since the start, in seconds.</param>
internal sealed record ProcessState(StorageCounts Storage, long WorkingSet, long Heap, long Allocated, double Processor);
