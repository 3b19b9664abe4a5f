namespace AgentFunctions.Shared.Processes;

/// <summary>LocalCloud alone, in a process of its own.</summary>
public sealed class LocalCloudProcess : IAsyncDisposable
{
    public const string Tenant = "3f6d1c58-9a47-4b0e-8d25-71c0e94ab6d2";
    public const string Audience = "api://agentfunctions";

    private readonly ServerProcess server;

    private LocalCloudProcess(ServerProcess server, string address)
    {
        this.server = server;
        Address = address;
    }

    /// <summary>Such as `http://127.0.0.1:21075`.</summary>
    public string Address { get; }

    /// <summary>What an app must be told to trust its tokens.</summary>
    public TrustedIssuer Issuer => new(IssuerAt(Address), Audience);

    public CapturedOutput Output => server.Output;

    public static async Task<LocalCloudProcess> StartAsync(CancellationToken cancellationToken)
    {
        var address = FreePort.Address();
        var environment = new Dictionary<string, string> { ["LocalCloud__Tenant"] = Tenant, ["LocalCloud__Audience"] = Audience };
        var ready = new Uri($"{IssuerAt(address)}/.well-known/openid-configuration");
        return new(await ServerProcess.StartAsync(BuiltProgram.Of("AgentFunctions.LocalCloud"), ["--urls", address], environment, ready, cancellationToken), address);
    }

    public Task StopAsync(CancellationToken cancellationToken) => server.StopAsync(cancellationToken);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static string IssuerAt(string address) => $"{address}/{Tenant}/v2.0";
}
