namespace AgentFunctions.LocalRuntime.SampleApp;

public sealed record Described(
    string Name,
    string EntryPoint,
    bool SameId,
    bool HasInvocationId,
    string Word,
    string TraceParent,
    int MaxRetries);
