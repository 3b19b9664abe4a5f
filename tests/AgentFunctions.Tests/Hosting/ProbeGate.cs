namespace AgentFunctions.Tests.Hosting;

/// <summary>Says when a probe function was reached.</summary>
internal sealed class ProbeGate
{
    public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
