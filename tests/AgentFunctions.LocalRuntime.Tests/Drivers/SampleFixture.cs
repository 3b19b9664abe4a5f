namespace AgentFunctions.LocalRuntime.Tests.Drivers;

/// <summary>One running sample app, with no host.json, for every test that only asks it something.</summary>
public sealed class SampleFixture : IAsyncLifetime
{
    private RunningApp? app;

    internal RunningApp App => app ?? throw new InvalidOperationException("asked before it was started");

    public async ValueTask InitializeAsync() => app = await RunningApp.StartSampleAsync(hostJson: null, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => app?.DisposeAsync() ?? ValueTask.CompletedTask;
}
