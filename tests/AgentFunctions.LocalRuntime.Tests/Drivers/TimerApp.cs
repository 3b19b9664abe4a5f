using AgentFunctions.LocalRuntime.Tests.Timers;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AgentFunctions.LocalRuntime.Tests.Drivers;

/// <summary>Starts apps with one timer function on a storage and a clock of the test's.</summary>
internal sealed class TimerApp(string storage, ObservedClock clock, Type function)
{
    private string hostId = $"h{Guid.NewGuid():N}"[..32];

    public BlobClient Lock => Container.GetBlobClient($"locks/{hostId}/Ticks.Listener");

    public BlobClient Status => Container.GetBlobClient($"timers/{hostId}/Ticks/status");

    private BlobContainerClient Container => new(storage, "azure-webjobs-hosts");

    public Task<RunningApp> StartAsync(TimerProbe probe, CancellationToken cancellationToken) => RunningApp.StartAsync(
        hostJson: null,
        builder => Configure(builder, probe),
        cancellationToken);

    /// <summary>The same app in another process.</summary>
    public TimerApp On(ObservedClock other) => new(storage, other, function) { hostId = hostId };

    public Task CreateContainerAsync(CancellationToken cancellationToken) => Container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);

    public async Task<ScheduleStatus> ReadStatusAsync(CancellationToken cancellationToken) =>
        (await Status.DownloadContentAsync(cancellationToken)).Value.Content.ToObjectFromJson<ScheduleStatus>()!; // The runtime never writes null.

    private void Configure(FunctionsApplicationBuilder builder, TimerProbe probe)
    {
        builder.FunctionTypes = [function];
        builder.Services.AddSingleton(probe).AddSingleton<TimeProvider>(clock);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = storage,
            ["AzureFunctionsWebHost:hostid"] = hostId,
            ["Sweep:Schedule"] = "0 */5 * * * *",
        });
    }
}
