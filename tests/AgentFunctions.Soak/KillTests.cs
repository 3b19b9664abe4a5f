using System.Collections.Concurrent;
using AgentFunctions.Shared;

namespace AgentFunctions.Soak;

public sealed class KillTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    [Fact]
    public async Task Killed_under_load_the_app_loses_no_allow_that_was_heard_and_leaves_no_authority_without_its_entry()
    {
        await using var deployment = await Deployment.StartAsync(azurite.ConnectionString);
        var app = await deployment.StartAppAsync();
        using var admin = deployment.Administrator(app);
        using var gateway = deployment.Gateway(app);
        await Right.PutAsync(admin, "tenant", "{}");
        await Right.All[0].PrepareAsync(admin);

        var allows = new ConcurrentQueue<Guid>();
        var changed = 0;
        for (var kill = 0; kill < Sizes.Kills; kill++)
        {
            var load = new KillLoad(admin, gateway, allows);
            var running = load.RunAsync();
            await load.Enough.WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);
            app.Kill();
            await running;
            changed += load.Changed;
            app = await deployment.StartAppAsync(app.Address);
        }

        await Parallel.ForEachAsync(allows, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken },
            async (id, _) => await ShouldBeThereAsync(admin, id));
        await app.StopAsync(TestContext.Current.CancellationToken);
        await Inspection.SealAsync(deployment, azurite.ConnectionString);
        var ledger = await LedgerRows.ReadAsync(azurite.ConnectionString, deployment.Prefix);
        ledger.ShouldHaveNoGap();
        var versions = await AuthorityRows.ShouldAllBeRecordedAsync(azurite.ConnectionString, deployment.Prefix, ledger);

        _ = await deployment.StartAppAsync(app.Address);
        var verified = await Inspection.VerifyAsync(admin);
        verified.ShouldBeGreaterThanOrEqualTo(ledger.Entries.Count);
        output.WriteLine($"{Sizes.Kills} kills, {allows.Count} allows heard and found, {changed} changes heard, {versions} versions with their entries, "
            + $"{ledger.Entries.Count} entries in {ledger.Heads.Count} streams without a gap, {verified} verified");
    }

    private static async Task ShouldBeThereAsync(Caller auditor, Guid id)
    {
        var said = await auditor.GetAsync($"ledger/{id}");
        said.Status.ShouldBe(200, $"{id} was heard: {said}");
        said.Body["kind"]!.GetValue<string>().ShouldBe("decision"); // Every entry has both.
        said.Body["body"]!["result"]!["outcome"]!.GetValue<string>().ShouldBe("allow"); // Every decision has both.
    }
}
