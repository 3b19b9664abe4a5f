using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using AgentFunctions.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgentFunctions.Tests.Hosting;

public sealed class GovernanceMetricsTests
{
    [Fact]
    public async Task Refusals_are_counted_by_code_and_by_nothing_that_names_anyone()
    {
        await using var app = await RunningApp.StartAsync();
        var measured = new ConcurrentQueue<string>();
        using var listener = Listen<long>(app.Services, (name, value, tags) => measured.Enqueue($"{name} {value} {tags}"));

        await app.GetAsync("probe/caller");
        await app.GetAsync("probe/role", app.Issuer.AppOnly("portal"));
        await app.GetAsync("probe/caller", app.Issuer.AppOnly("portal"));

        measured.ShouldBe(
        [
            "agentfunctions.authentication.failures 1 code=token_missing",
            "agentfunctions.authentication.failures 1 code=role_missing",
        ]);
    }

    [Fact]
    public void Durations_are_in_seconds()
    {
        using var services = new ServiceCollection().AddHosting().BuildServiceProvider();
        var measured = new ConcurrentQueue<string>();
        using var listener = Listen<double>(services, (name, value, tags) => measured.Enqueue($"{name} {value} {tags}"));

        services.GetRequiredService<GovernanceMetrics>().Decided("deny", TimeSpan.FromMilliseconds(250));
        services.GetRequiredService<GovernanceMetrics>().Appended("committed", TimeSpan.FromMilliseconds(5));

        measured.ShouldBe(["agentfunctions.decision.duration 0.25 outcome=deny", "agentfunctions.ledger.append.duration 0.005 outcome=committed"]);
    }

    // Only this app's own instruments: other tests run beside it, under meters of the same name.
    private static MeterListener Listen<T>(IServiceProvider services, Action<string, T, string> measured)
        where T : struct
    {
        var meters = services.GetRequiredService<IMeterFactory>();
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == GovernanceMetrics.MeterName && ReferenceEquals(instrument.Meter.Scope, meters))
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<T>((instrument, value, tags, _) =>
            measured(instrument.Name, value, string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
        listener.Start();
        return listener;
    }
}
