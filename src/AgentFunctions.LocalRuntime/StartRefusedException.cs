namespace AgentFunctions.LocalRuntime;

/// <summary>The app cannot be run as it is written or configured; the message says what to change.</summary>
internal sealed class StartRefusedException(string message) : InvalidOperationException(message);
