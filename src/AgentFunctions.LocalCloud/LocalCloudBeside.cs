namespace AgentFunctions.LocalCloud;

/// <summary>
/// LocalCloud in another app's process, on its own server and port: up before the app's first hosted service starts,
/// down after its last has stopped. Of the app's configuration it sees the section <c>LocalCloud</c> only.
/// </summary>
internal sealed class LocalCloudBeside(IConfiguration configuration, ILoggerFactory loggers) : IHostedLifecycleService, IAsyncDisposable
{
    private WebApplication? running;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        try
        {
            running = Build();
            running.UseLocalCloud();
            await running.ListenAsync(cancellationToken);
        }
        catch (Exception exception) when (StartFailure.Describe(exception) is { } description)
        {
            // The app ends by this exception: what is known to a person is not buried under the stacks of the server's.
            throw new LocalCloudStartException(description);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => running?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => running?.DisposeAsync() ?? ValueTask.CompletedTask;

    private WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection(configuration.GetSection(LocalCloudOptions.Section).AsEnumerable());
        builder.Services.AddSingleton<ILoggerProvider>(_ => new ForwardingLoggerProvider(loggers));
        builder.Services.AddSingleton<IHostLifetime, BesideLifetime>();
        builder.AddLocalCloud();
        return builder.Build();
    }
}
