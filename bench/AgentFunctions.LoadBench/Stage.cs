namespace AgentFunctions.LoadBench;

/// <summary>One step of a decision: medians.</summary>
/// <param name="Bytes">That the whole process allocated meanwhile.</param>
internal sealed record Stage(double Microseconds, double Bytes);
