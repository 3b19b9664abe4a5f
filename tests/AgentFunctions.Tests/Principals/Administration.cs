using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using AgentFunctions.Hosting;
using AgentFunctions.Hosting.Storage;
using AgentFunctions.Ledger;
using AgentFunctions.LocalRuntime;
using AgentFunctions.Shared;
using AgentFunctions.Tests.Ledger;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AgentFunctions.Tests.Principals;

/// <summary>The app over HTTP with storage, tables of its own, and an administrator at the keyboard.</summary>
internal sealed class Administration : IAsyncDisposable
{
    private static readonly string[] Everything =
    [
        "Policy.Read", "Policy.Write", "Tenant.Read", "Tenant.Write", "Agents.Read", "Agents.Write", "People.Read", "People.Write",
    ];

    private readonly IHost host;
    private readonly HttpClient http;
    private readonly TestIssuer issuer;

    private Administration(IHost host, TestIssuer issuer, FaultyTransport transport)
    {
        this.host = host;
        this.issuer = issuer;
        Transport = transport;
        var address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single(); // Kestrel has it.
        http = new HttpClient { BaseAddress = new Uri(address), Timeout = Timeout.InfiniteTimeSpan };
        As = issuer.AppOnly("pipeline", Everything);
    }

    public FaultyTransport Transport { get; }

    public Uri Address => http.BaseAddress!; // Set when it was made.

    /// <summary>Who calls: a pipeline, unless a test says otherwise.</summary>
    public TestToken As { get; set; }

    public TableClient Principals => host.Services.GetRequiredService<Tables>()[TableNames.Principals];

    public TableClient Ledger => host.Services.GetRequiredService<LedgerStorage>().Table;

    public TableClient TableOf(string name) => host.Services.GetRequiredService<Tables>()[name];

    public static async Task<Administration> StartAsync(AzuriteFixture azurite, params (string Key, string Value)[] settings)
    {
        var entra = await TestIssuer.StartAsync(TimeProvider.System, TestContext.Current.CancellationToken);
        var transport = new FaultyTransport();
        var builder = FunctionsApplication.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.UseFunctionsFrom(typeof(AgentFunctionsApp).Assembly);
        builder.Configuration.AddInMemoryCollection(
        [
            new("AzureWebJobsStorage", azurite.ConnectionString),
            new("Storage:ConnectionString", azurite.ConnectionString),
            new("Storage:TablePrefix", $"t{Guid.NewGuid():N}"[..16]),
            new("Storage:AttemptSeconds", "30"),
            new("Ledger:AppendMilliseconds", "10000"),
            new("Hosting:PublicBaseUrl", "https://pdp.example"),
            new("Ledger:CheckpointKeyPem", CheckpointKey.Pem),
            new("Security:TenantId", TestIssuer.Tenant),
            new("Security:Issuers:0:Issuer", entra.Name),
            new("Security:Issuers:0:Audiences:0", TestIssuer.Audience),
        ]);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value)));
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<HttpPipelineTransport>(transport);
        builder.ConfigureFunctionsWebApplication();
        builder.AddAgentFunctions();
        builder.UseAgentFunctions();
        var built = builder.Build();
        await built.StartAsync(TestContext.Current.CancellationToken);
        await built.Services.GetRequiredService<CreateTables>().Created;
        return new Administration(built, entra, transport);
    }

    public void ActAs(string person) => As = issuer.Delegated("portal", person, Everything);

    public void ActAs(string person, string client, params string[] roles) => As = issuer.Delegated(client, person, roles);

    public void ActAsPipeline() => As = issuer.AppOnly("pipeline", Everything);

    public void ActAsClient(string client, params string[] roles) => As = issuer.AppOnly(client, roles);

    public Task<Said> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Said> PutAsync(string path, string json, string? ifMatch = null, bool onlyIfNew = false) =>
        SendAsync(HttpMethod.Put, path, json, ifMatch, onlyIfNew);

    public Task<Said> PostAsync(string path, string json, string? ifMatch = null) => SendAsync(HttpMethod.Post, path, json, ifMatch);

    public Task<Said> DeleteAsync(string path, string? ifMatch) => SendAsync(HttpMethod.Delete, path, null, ifMatch);

    public Task<Said> ImportAsync(string principal, params string[] lines) =>
        SendAsync(HttpMethod.Put, $"imports/{principal}", string.Join('\n', lines), mediaType: "application/x-ndjson");

    /// <summary>An agent as the registry leaves it, without the registry.</summary>
    public Task RegisterAgentAsync(string id, string owner, string deputy) => Principals.UpsertEntityAsync(
        new TableEntity(TableKey.Of("agent", id), "principal") { ["AgentVersion"] = 1L, ["Owner"] = owner, ["Deputy"] = deputy },
        TableUpdateMode.Merge,
        TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await host.StopAsync(CancellationToken.None);
        host.Dispose();
        Transport.Dispose();
        await issuer.DisposeAsync();
    }

    private async Task<Said> SendAsync(
        HttpMethod method, string path, string? body, string? ifMatch = null, bool onlyIfNew = false, string mediaType = "application/json")
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", As.Text);
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch).ShouldBeTrue();
        }

        if (onlyIfNew)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", "*").ShouldBeTrue();
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        }

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Said((int)response.StatusCode, response.Headers.ETag?.Tag ?? "", text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!.AsObject()); // Every body is an object.
    }
}
