using AgentFunctions.Shared;
using AgentFunctions.Shared.Processes;

namespace AgentFunctions.Contract.Tests.Deployments;

/// <summary>
/// What is tested: the app at APP_URL with LocalCloud at LOCALCLOUD_URL, and a second issuer that the app trusts, which
/// this process serves at ISSUER_ADDRESS. Where none of the three is set, all is started here.
/// </summary>
public sealed class Deployment : IAsyncLifetime
{
    private StartedHere? started;
    private TestIssuer? issuer;

    public string AppUrl { get; private set; } = "";

    public string LocalCloudUrl { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        string?[] given = [.. new[] { "APP_URL", "LOCALCLOUD_URL", "ISSUER_ADDRESS" }.Select(Environment.GetEnvironmentVariable)];
        var issuerAddress = given[2] ?? FreePort.Address();
        issuer = await TestIssuer.StartAsync(TimeProvider.System, issuerAddress, CancellationToken.None);
        switch (given)
        {
            case [{ } app, { } cloud, not null]:
                (AppUrl, LocalCloudUrl) = (app.TrimEnd('/'), cloud.TrimEnd('/'));
                break;
            case [null, null, null]:
                started = await StartedHere.StartAsync(issuerAddress, CancellationToken.None);
                (AppUrl, LocalCloudUrl) = (started.AppUrl, started.LocalCloudUrl);
                break;
            default:
                throw new InvalidOperationException("set APP_URL, LOCALCLOUD_URL and ISSUER_ADDRESS, or none of them");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (started is not null) await started.DisposeAsync();
        if (issuer is not null) await issuer.DisposeAsync();
    }
}
