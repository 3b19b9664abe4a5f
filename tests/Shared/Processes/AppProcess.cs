namespace AgentFunctions.Shared.Processes;

/// <summary>The function app on its local runtime, in a process of its own: one instance of a deployment.</summary>
public sealed class AppProcess : IAsyncDisposable
{
    private readonly ServerProcess server;

    private AppProcess(ServerProcess server, string address)
    {
        this.server = server;
        Address = address;
    }

    /// <summary>Such as `http://127.0.0.1:21071`.</summary>
    public string Address { get; }

    public CapturedOutput Output => server.Output;

    public int Id => server.Id;

    public bool HasEnded => server.HasEnded;

    /// <summary>Returns when it says at `GET /health` that it and its storage are up.</summary>
    /// <exception cref="InvalidOperationException">It did not come up: with its output.</exception>
    public static Task<AppProcess> StartAsync(AppSettings settings, CancellationToken cancellationToken) =>
        StartAsync(settings, FreePort.Address(), cancellationToken);

    /// <summary>At the address of one that is gone.</summary>
    public static async Task<AppProcess> StartAsync(AppSettings settings, string address, CancellationToken cancellationToken) => new(
        await ServerProcess.StartAsync(
            BuiltProgram.Of("AgentFunctions"), ["--urls", address], settings.ToEnvironment(address), new Uri($"{address}/health"), cancellationToken),
        address);

    /// <summary>`kill -9`.</summary>
    public void Kill() => server.Kill();

    /// <summary>`kill -TERM`, and its end: it seals its streams.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => server.StopAsync(cancellationToken);

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
