namespace AgentFunctions.Shared;

/// <summary>No code of the app expects it, as no code runs after a kill.</summary>
internal sealed class ProcessDied : Exception;
