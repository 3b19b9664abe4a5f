namespace AgentFunctions.LocalCloud;

/// <summary>Leaves the process's signals to the app beside which LocalCloud runs.</summary>
internal sealed class BesideLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
