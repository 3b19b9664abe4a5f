using System.Net.Http.Headers;
using System.Reflection;
using AgentFunctions.Hosting;
using AgentFunctions.LocalRuntime;
using AgentFunctions.Security;
using AgentFunctions.Shared;
using AgentFunctions.Tests.Ledger;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace AgentFunctions.Tests.Hosting;

/// <summary>The app as production makes it, with the probe functions of this project in the place of its own.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    /// <summary>The one client that is a governed agent.</summary>
    public const string Agent = "agent-7";

    // Nobody listens there: most of what is asked of this app must not need storage.
    private const string NoStorage = "DefaultEndpointsProtocol=http;AccountName=none;AccountKey=bm9uZQ==;BlobEndpoint=http://127.0.0.1:1/none;TableEndpoint=http://127.0.0.1:1/none;";

    private readonly IHost host;

    private RunningApp(IHost host, TestIssuer issuer, FakeTimeProvider clock, LogLines logged)
    {
        Logged = logged;
        this.host = host;
        Issuer = issuer;
        Clock = clock;
        var address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single(); // Kestrel has it.
        Http = new HttpClient { BaseAddress = new Uri(address) };
    }

    public HttpClient Http { get; }

    public TestIssuer Issuer { get; }

    public FakeTimeProvider Clock { get; }

    public LogLines Logged { get; }

    public IServiceProvider Services => host.Services;

    public static Task<RunningApp> StartAsync() => StartAsync(typeof(RunningApp).Assembly, _ => { });

    public static async Task<RunningApp> StartAsync(Assembly functions, Action<FunctionsApplicationBuilder> change)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var issuer = await TestIssuer.StartAsync(clock, TestContext.Current.CancellationToken);
        var builder = FunctionsApplication.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.UseFunctionsFrom(functions);
        builder.Configuration.AddInMemoryCollection(
        [
            new("AzureWebJobsStorage", NoStorage),
            new("Storage:ConnectionString", NoStorage),
            new("Hosting:PublicBaseUrl", "https://governance.example"),
            new("Ledger:CheckpointKeyPem", CheckpointKey.Pem),
            new("Security:TenantId", TestIssuer.Tenant),
            new("Security:Issuers:0:Issuer", issuer.Name),
            new("Security:Issuers:0:Audiences:0", TestIssuer.Audience),
        ]);
        var logged = new LogLines();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(logged);
        builder.Services.AddSingleton<ProbeGate>();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton(new GovernedAgents((client, _) => ValueTask.FromResult(client == Agent)));
        builder.ConfigureFunctionsWebApplication();
        builder.AddAgentFunctions();
        builder.UseAgentFunctions();
        change(builder);
        var built = builder.Build();
        await built.StartAsync(TestContext.Current.CancellationToken);
        return new RunningApp(built, issuer, clock, logged);
    }

    public Task<HttpResponseMessage> GetAsync(string path, TestToken? token = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Text);
        }

        return Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await host.StopAsync(CancellationToken.None);
        host.Dispose();
        await Issuer.DisposeAsync();
    }
}
