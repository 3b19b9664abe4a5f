using AgentFunctions.LocalRuntime.SampleApp;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AgentFunctions.LocalRuntime.Tests.Drivers;

/// <summary>An app in this process, on a free port, with a folder of its own.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private readonly IHost host;
    private readonly DirectoryInfo directory;

    private RunningApp(IHost host, DirectoryInfo directory, LogLines log)
    {
        this.host = host;
        this.directory = directory;
        Log = log;
        Client = new HttpClient
        {
            BaseAddress = new Uri(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()),
        };
    }

    public HttpClient Client { get; }

    public LogLines Log { get; }

    public static Task<RunningApp> StartSampleAsync(string? hostJson, CancellationToken cancellationToken) =>
        StartAsync(
            hostJson,
            builder =>
            {
                builder.UseFunctionsFrom(typeof(SampleComposition).Assembly);
                SampleComposition.Configure(builder);
            },
            cancellationToken);

    public static async Task<RunningApp> StartAsync(
        string? hostJson,
        Action<FunctionsApplicationBuilder> configure,
        CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("local-runtime-");
        if (hostJson is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "host.json"), hostJson, cancellationToken);
        }

        var log = new LogLines();
        var builder = FunctionsApplication.CreateBuilder(["--urls", "http://127.0.0.1:0", "--contentRoot", folder.FullName]);
        builder.Logging.ClearProviders().AddProvider(log);
        configure(builder);
        var built = builder.Build();
        await built.StartAsync(cancellationToken);
        return new RunningApp(built, folder, log);
    }

    public Task<string> GetAsync(string path, CancellationToken cancellationToken) => Client.GetStringAsync(path, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => host.StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await host.StopAsync(CancellationToken.None);
        await ((IAsyncDisposable)host).DisposeAsync();
        directory.Delete(recursive: true);
    }
}
