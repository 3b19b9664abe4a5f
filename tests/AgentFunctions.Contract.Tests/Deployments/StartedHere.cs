using AgentFunctions.Shared;
using AgentFunctions.Shared.Processes;

namespace AgentFunctions.Contract.Tests.Deployments;

/// <summary>A whole deployment in processes of its own, for a test run that was given none.</summary>
internal sealed class StartedHere : IAsyncDisposable
{
    // All of it shares a small machine with the tests, and here slowness is no subject: only a decision's own limit stays.
    private static readonly Dictionary<string, string> Patience = new()
    {
        ["Decisions__ReadMilliseconds"] = "10000",
        ["Decisions__LoadMilliseconds"] = "10000",
        ["Ledger__AppendMilliseconds"] = "20000",
        ["Ledger__CommitMilliseconds"] = "10000",
        ["Ledger__StreamEntries"] = "200", // Streams follow one another in every run.
    };

    private readonly Stack<IAsyncDisposable> parts = new();

    public string AppUrl { get; private set; } = "";

    public string LocalCloudUrl { get; private set; } = "";

    /// <param name="issuerAddress">Where the test process serves the second trusted issuer.</param>
    public static async Task<StartedHere> StartAsync(string issuerAddress, CancellationToken cancellationToken)
    {
        var started = new StartedHere();
        try
        {
            var azurite = started.Add(new AzuriteFixture());
            await azurite.InitializeAsync();
            var cloud = started.Add(await LocalCloudProcess.StartAsync(cancellationToken));
            var settings = new AppSettings
            {
                StorageConnectionString = azurite.ConnectionString,
                Issuers = [cloud.Issuer, new TrustedIssuer(issuerAddress, LocalCloudProcess.Audience)],
                CheckpointKeyPem = CheckpointKey.NewPem(),
                Others = Patience,
            };
            started.AppUrl = started.Add(await AppProcess.StartAsync(settings, cancellationToken)).Address;
            started.LocalCloudUrl = cloud.Address;
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (parts.TryPop(out var part)) await part.DisposeAsync();
    }

    private T Add<T>(T part)
        where T : IAsyncDisposable
    {
        parts.Push(part);
        return part;
    }
}
