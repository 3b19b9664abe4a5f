namespace AgentFunctions.LocalRuntime.SampleApp;

/// <summary>One a scope: tells scopes apart, and says when they end.</summary>
public sealed class Visit : IDisposable
{
    private static int opened;
    private static int closed;

    public int Number { get; } = Interlocked.Increment(ref opened);

    public static int Closed => Volatile.Read(ref closed);

    public void Dispose() => Interlocked.Increment(ref closed);
}
