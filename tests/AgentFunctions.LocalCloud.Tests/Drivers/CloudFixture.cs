namespace AgentFunctions.LocalCloud.Tests.Drivers;

/// <summary>One LocalCloud with its defaults, for tests that change nothing in it.</summary>
public sealed class CloudFixture : IAsyncLifetime
{
    private RunningLocalCloud? cloud;

    // Set before the first test of a class runs.
    public RunningLocalCloud Cloud => cloud!;

    public async ValueTask InitializeAsync() => cloud = await RunningLocalCloud.StartAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Cloud.DisposeAsync();
}
