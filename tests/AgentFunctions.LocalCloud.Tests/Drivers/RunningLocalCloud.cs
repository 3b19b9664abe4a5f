using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace AgentFunctions.LocalCloud.Tests.Drivers;

/// <summary>LocalCloud in this process, on a free port, reached over HTTP only.</summary>
public sealed class RunningLocalCloud : IAsyncDisposable
{
    public const string Tenant = "3f6d1c58-9a47-4b0e-8d25-71c0e94ab6d2";

    private readonly WebApplication app;

    private RunningLocalCloud(WebApplication app)
    {
        this.app = app;
        Base = new Uri(app.Urls.Single());
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CheckCertificateRevocationList = true }) { BaseAddress = Base };
    }

    public HttpClient Http { get; }

    public Uri Base { get; }

    public string Issuer => $"{Base.ToString().TrimEnd('/')}/{Tenant}/v2.0";

    public static async Task<RunningLocalCloud> StartAsync(CancellationToken cancellationToken, IReadOnlyDictionary<string, string?>? settings = null, FakeTimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["LocalCloud:Url"] = "http://127.0.0.1:0" });
        builder.Configuration.AddInMemoryCollection(settings ?? new Dictionary<string, string?>(StringComparer.Ordinal));
        if (clock is not null) builder.Services.AddSingleton<TimeProvider>(clock);
        builder.AddLocalCloud();

        var built = builder.Build();
        try
        {
            built.UseLocalCloud();
            await built.StartAsync(cancellationToken);
            return new RunningLocalCloud(built);
        }
        catch
        {
            await built.DisposeAsync();
            throw;
        }
    }

    public async Task<string> LocalTokenAsync(CancellationToken cancellationToken, params (string Name, string Value)[] fields)
    {
        using var reply = await PostAsync("/local/token", cancellationToken, fields);
        reply.StatusCode.ShouldBe(HttpStatusCode.OK, await reply.Content.ReadAsStringAsync(cancellationToken));
        return (await reply.JsonAsync(cancellationToken)).GetProperty("access_token").GetString().ShouldNotBeNull();
    }

    public async Task<HttpResponseMessage> PostAsync(string path, CancellationToken cancellationToken, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await Http.PostAsync(path, form, cancellationToken);
    }

    public async Task<JsonElement> GetJsonAsync(string path, CancellationToken cancellationToken)
    {
        using var reply = await Http.GetAsync(path, cancellationToken);
        return await reply.JsonAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }
}
