using System.Text.Json.Nodes;
using AgentFunctions.Shared;
using AgentFunctions.Shared.Processes;

namespace AgentFunctions.Soak;

/// <summary>App processes on one storage, with tables of their own, and the issuer that they trust.</summary>
internal sealed class Deployment : IAsyncDisposable
{
    private static readonly string[] Everything =
    [
        "Policy.Read", "Policy.Write", "Tenant.Read", "Tenant.Write", "Agents.Read", "Agents.Write", "People.Read", "People.Write", "Audit.Read",
    ];

    private readonly LocalCloudProcess cloud;
    private readonly List<AppProcess> apps = [];

    private Deployment(LocalCloudProcess cloud, AppSettings settings, string prefix, string admin, string gateway)
    {
        this.cloud = cloud;
        Settings = settings;
        Prefix = prefix;
        AdminToken = admin;
        GatewayToken = gateway;
    }

    public AppSettings Settings { get; }

    /// <summary>Of its tables.</summary>
    public string Prefix { get; }

    public string AdminToken { get; }

    public string GatewayToken { get; }

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    /// <param name="storage">Where the apps think that storage is.</param>
    public static async Task<Deployment> StartAsync(string storage, params (string Name, string Value)[] others)
    {
        var prefix = $"s{Guid.NewGuid():N}"[..16];
        var issuer = await LocalCloudProcess.StartAsync(Patience);
        var settings = new AppSettings
        {
            StorageConnectionString = storage,
            Issuers = [issuer.Issuer],
            CheckpointKeyPem = CheckpointKey.NewPem(),
            Others = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Storage__TablePrefix"] = prefix,
                ["AzureFunctionsWebHost__hostid"] = prefix, // Timers of other deployments hold other leases.
                ["Ledger__HeartbeatSeconds"] = "2",
                ["Ledger__StreamEntries"] = "200",
                ["Ledger__SilentSeconds"] = "5",
            }.Concat(others.Select(other => KeyValuePair.Create(other.Name, other.Value))).ToDictionary(StringComparer.Ordinal),
        };
        return new Deployment(
            issuer, settings, prefix, await TokenAsync(issuer, "pipeline", string.Join(' ', Everything)), await TokenAsync(issuer, "gateway", "Decisions.Ask"));
    }

    public async Task<AppProcess> StartAppAsync(string? address = null)
    {
        var app = await AppProcess.StartAsync(Settings, address ?? FreePort.Address(), Patience);
        apps.Add(app);
        return app;
    }

    public Caller Administrator(AppProcess app) => new(app.Address, AdminToken);

    public Caller Gateway(AppProcess app) => new(app.Address, GatewayToken);

    public async ValueTask DisposeAsync()
    {
        foreach (var app in apps)
        {
            await app.DisposeAsync();
        }

        await cloud.DisposeAsync();
    }

    private static async Task<string> TokenAsync(LocalCloudProcess cloud, string client, string roles)
    {
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent([new("client_id", client), new("roles", roles), new("lifetime_seconds", "86400")]);
        using var answer = await http.PostAsync(new Uri($"{cloud.Address}/local/token"), form, Patience);
        var text = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Patience);
        return JsonNode.Parse(text)!["access_token"]!.GetValue<string>(); // A token reply has it.
    }
}
