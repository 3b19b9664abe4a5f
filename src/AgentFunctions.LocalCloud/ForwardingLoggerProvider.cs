namespace AgentFunctions.LocalCloud;

/// <summary>Logs through the app beside which LocalCloud runs, after LocalCloud's own filters.</summary>
internal sealed class ForwardingLoggerProvider(ILoggerFactory target) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => target.CreateLogger(categoryName);

    public void Dispose()
    {
        // The app owns the factory.
    }
}
