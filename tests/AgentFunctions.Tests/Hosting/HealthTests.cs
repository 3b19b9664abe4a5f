using System.Text.Json;
using AgentFunctions.Hosting.Storage;
using AgentFunctions.Hosting;
using AgentFunctions.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AgentFunctions.Tests.Hosting;

public sealed class HealthTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Anyone_may_know_whether_it_is_up_and_no_more()
    {
        await using var app = await StartAsync();

        (await ReadAsync(await app.GetAsync("health"), 200)).ShouldBe("""{"status":"ok"}""");
        (await ReadAsync(await app.GetAsync("health", app.Issuer.AppOnly("portal", "Agents.Read")), 200)).ShouldBe("""{"status":"ok"}""");
    }

    [Fact]
    public async Task An_auditor_sees_each_dependency()
    {
        await using var app = await StartAsync();

        var text = await ReadAsync(await app.GetAsync("health", app.Issuer.AppOnly("auditor", "Audit.Read")), 200);

        using var answer = JsonDocument.Parse(text);
        var dependencies = answer.RootElement.GetProperty("dependencies");
        var issuer = dependencies.GetProperty($"issuer {app.Issuer.Name}");
        issuer.GetProperty("state").GetString().ShouldBe("up");
        issuer.GetProperty("age_seconds").GetDouble().ShouldBe(0);
        dependencies.GetProperty("tables").GetProperty("state").GetString().ShouldBe("up");
        dependencies.GetProperty("blobs").GetProperty("state").GetString().ShouldBe("up");
    }

    [Fact]
    public async Task A_dependency_that_is_down_is_503_for_everyone()
    {
        await using var app = await StartAsync();
        app.Issuer.IsDown = true;

        (await ReadAsync(await app.GetAsync("health"), 503)).ShouldBe("""{"status":"down"}""");
    }

    [Fact]
    public async Task Of_two_issuers_one_that_is_down_is_told_and_stops_nobody_else()
    {
        const string other = "http://127.0.0.1:1";
        await using var app = await StartAsync(change: null, ("Security:Issuers:1:Issuer", other), ("Security:Issuers:1:Audiences:0", TestIssuer.Audience));

        using var answer = JsonDocument.Parse(await ReadAsync(await app.GetAsync("health", app.Issuer.AppOnly("auditor", "Audit.Read")), 200));

        var dependencies = answer.RootElement.GetProperty("dependencies");
        dependencies.GetProperty($"issuer {other}").GetProperty("state").GetString().ShouldBe("down");
        dependencies.GetProperty($"issuer {app.Issuer.Name}").GetProperty("state").GetString().ShouldBe("up");
    }

    [Fact]
    public async Task However_often_it_is_asked_the_dependencies_are_asked_once_a_second()
    {
        var asked = 0;
        await using var app = await StartAsync(services => services.AddHealthChecks().AddCheck("counted", () =>
        {
            Interlocked.Increment(ref asked);
            return HealthCheckResult.Healthy();
        }));

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => app.GetAsync("health")));
        app.Clock.Advance(TimeSpan.FromMilliseconds(999));
        await app.GetAsync("health");
        asked.ShouldBe(1);

        app.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await app.GetAsync("health");
        asked.ShouldBe(2);
    }

    private async Task<RunningApp> StartAsync(Action<IServiceCollection>? change = null, params (string Key, string Value)[] settings)
    {
        var app = await RunningApp.StartAsync(typeof(AgentFunctionsApp).Assembly, builder =>
        {
            builder.Configuration["Storage:ConnectionString"] = azurite.ConnectionString;
            foreach (var (key, value) in settings)
            {
                builder.Configuration[key] = value;
            }

            change?.Invoke(builder.Services);
        });
        await app.Services.GetRequiredService<CreateTables>().Created;
        return app;
    }

    [Fact]
    public async Task Without_storage_it_is_down_and_an_auditor_sees_why()
    {
        await using var app = await RunningApp.StartAsync(typeof(AgentFunctionsApp).Assembly, _ => { });

        var text = await ReadAsync(await app.GetAsync("health", app.Issuer.AppOnly("auditor", "Audit.Read")), 503);

        using var answer = JsonDocument.Parse(text);
        var dependencies = answer.RootElement.GetProperty("dependencies");
        dependencies.GetProperty("tables").GetProperty("state").GetString().ShouldBe("down");
        dependencies.GetProperty("blobs").GetProperty("state").GetString().ShouldBe("down");
        dependencies.GetProperty($"issuer {app.Issuer.Name}").GetProperty("state").GetString().ShouldBe("up");
    }

    private static async Task<string> ReadAsync(HttpResponseMessage answer, int status)
    {
        ((int)answer.StatusCode).ShouldBe(status);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
