using AgentFunctions.Hosting.Storage;
using AgentFunctions.Ledger;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AgentFunctions.Soak;

/// <summary>What an instance's timers do to a ledger whose writers have been silent for long, and how it verifies after it.</summary>
internal static class Inspection
{
    /// <summary>Only while no app runs: to this one every stream looks silent.</summary>
    /// <param name="storage">Of Azurite itself.</param>
    public static async Task SealAsync(Deployment deployment, string storage)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var settings = deployment.Settings.Others.ToDictionary(
            other => other.Key.Replace("__", ":", StringComparison.Ordinal), other => (string?)other.Value, StringComparer.Ordinal);
        settings["Storage:ConnectionString"] = storage;
        settings["Ledger:CheckpointKeyPem"] = deployment.Settings.CheckpointKeyPem;
        await using var provider = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddSingleton<TimeProvider>(new LaterClock(TimeSpan.FromSeconds(60)))
            .AddStorage()
            .AddLedger()
            .BuildServiceProvider();
        _ = await provider.GetRequiredService<SealSilentStreams>().RunAsync(cancellationToken);
        (await provider.GetRequiredService<StreamRegistry>().ReadAsync(cancellationToken)).Open.ShouldBeEmpty();
        _ = await provider.GetRequiredService<WriteCheckpoint>().RunAsync(cancellationToken);
    }

    /// <summary>Every page of `GET /ledger/verification`.</summary>
    /// <returns>How many entries it verified.</returns>
    public static async Task<long> VerifyAsync(Caller auditor)
    {
        var entries = 0L;
        for (var path = "ledger/verification"; ;)
        {
            var said = await auditor.GetAsync(path);
            said.Status.ShouldBe(200, said.ToString());
            said.Body["outcome"]!.GetValue<string>().ShouldBe("intact", said.ToString()); // Every report has both.
            entries += said.Body["entries"]!.GetValue<long>();
            if (said.Body["next"]?.GetValue<string>() is not { } next)
            {
                return entries;
            }

            path = next.TrimStart('/');
        }
    }
}
