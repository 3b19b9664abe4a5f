using AgentFunctions.LocalCloud.Tests.Drivers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AgentFunctions.LocalCloud.Tests;

public sealed class BesideTests
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_hosting_startup_runs_it_on_its_own_port_beside_an_app()
    {
        var url = FreePort.Url();
        await using var app = App(url);
        app.MapGet("/", () => "the app");
        await app.StartAsync(Cancellation);

        using var http = new HttpClient(new HttpClientHandler { CheckCertificateRevocationList = true });
        (await http.GetStringAsync(app.Urls.ShouldHaveSingleItem(), Cancellation)).ShouldBe("the app");
        (await http.GetStringAsync($"{url}/{RunningLocalCloud.Tenant}/v2.0/.well-known/openid-configuration", Cancellation)).ShouldContain($"\"issuer\":\"{url}/");
    }

    [Fact]
    public async Task It_is_up_before_the_apps_first_hosted_service_and_down_with_the_app()
    {
        var url = FreePort.Url();
        var probe = new Probe($"{url}/{RunningLocalCloud.Tenant}/v2.0/.well-known/openid-configuration");
        await using var app = App(url, probe);
        await app.StartAsync(Cancellation);
        await app.StopAsync(Cancellation);

        probe.AnsweredAtStart.ShouldBeTrue();
        (await probe.AnswersAsync(Cancellation)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_port_in_use_stops_the_app_and_is_named()
    {
        using var taken = new TakenPort();
        await using var app = App(taken.Url);

        var failure = await Should.ThrowAsync<LocalCloudStartException>(() => app.StartAsync(Cancellation));

        failure.Message.ShouldBe($"LocalCloud cannot listen on `{taken.Url}`: the address is already in use");
    }

    private static WebApplication App(string cloudUrl, IHostedService? service = null)
    {
        var builder = WebApplication.CreateBuilder(["--hostingStartupAssemblies", "AgentFunctions.LocalCloud", "--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.Configuration["LocalCloud:Url"] = cloudUrl;
        if (service is not null) builder.Services.AddSingleton(service);
        return builder.Build();
    }
}
