using System.Security.Cryptography;
using System.Text.Json;
using AgentFunctions.Shared;
using Azure.Data.Tables;

namespace AgentFunctions.LoadBench;

/// <summary>Parts (b), (c) and (d): the app in one process, storage in another, and the load from this one.</summary>
internal sealed class Bench(Settings settings, TestIssuer issuer)
{
    public async Task RunAsync()
    {
        if (settings.Parts.Contains("http"))
        {
            await RunAgainstAsync(settings.ConnectionString, withFloor: true);
        }

        if (settings.Parts.Any(part => part is "stub" or "memory" or "stages"))
        {
            await using var stub = await Child.StartAsync("stub", new Dictionary<string, string>());
            await RunAgainstAsync(ToStub(stub.Address), withFloor: false);
        }
    }

    private async Task RunAgainstAsync(string storage, bool withFloor)
    {
        var service = new TableServiceClient(storage);
        await new Company(settings.Agents, DateTimeOffset.UtcNow).SeedAsync(service);
        await using var app = await Child.StartAsync("app", EnvironmentOf(storage));
        var decisions = new Decisions(app.Address, issuer, settings.Agents);
        await decisions.WarmAsync();
        if (withFloor)
        {
            await PrintReadsAsync(app, decisions);
            await CompareAsync(app, decisions, service);
            return;
        }

        if (settings.Parts.Contains("stub"))
        {
            await PrintOwnCostAsync(app, decisions);
        }

        if (settings.Parts.Contains("stages"))
        {
            await PrintStagesAsync(app);
        }

        if (settings.Parts.Contains("memory"))
        {
            await PrintMemoryAsync(app, decisions);
        }
    }

    private static async Task<ProcessState> StateAsync(Child app) =>
        JsonSerializer.Deserialize<ProcessState>(await app.AskAsync("state")) ?? throw new InvalidOperationException("the app said nothing");

    private static async Task PrintReadsAsync(Child app, Decisions decisions)
    {
        var before = await StateAsync(app);
        var alone = await decisions.RunAsync(1, 1, TimeSpan.FromMinutes(1), 10);
        var made = (await StateAsync(app)).Storage.Since(before.Storage);
        Table.Begin("One decision at a time: requests to storage for each", "point reads", "queries", "commits");
        Table.Row(Each(made.Reads, alone), Each(made.Queries, alone), Each(made.Transactions, alone));
    }

    private async Task CompareAsync(Child app, Decisions decisions, TableServiceClient service)
    {
        var floor = new Floor(service);
        await floor.CreateAsync();
        _ = await floor.RunAsync(16, settings.Agents, TimeSpan.FromSeconds(1));
        Table.Begin(
            "(b) Over HTTP on Azurite, beside the floor",
            "agents", "connections", "decisions/s", "p50 ms", "p99 ms", "floor/s", "floor p50", "floor p99", "ratio", "reads each", "commits each", "failed");
        foreach (var spread in new[] { settings.Agents, 1 })
        {
            foreach (var connections in settings.Connections)
            {
                await CompareAsync(app, decisions, floor, connections, spread);
            }
        }
    }

    private async Task CompareAsync(Child app, Decisions decisions, Floor floor, int connections, int spread)
    {
        List<Measured> ours = [], theirs = [];
        var storage = new StorageCounts(0, 0, 0, 0);
        for (var round = 0; round < settings.Rounds; round++)
        {
            theirs.Add(await floor.RunAsync(connections, spread, settings.Length));
            var before = (await StateAsync(app)).Storage;
            ours.Add(await decisions.RunAsync(connections, spread, settings.Length));
            var made = (await StateAsync(app)).Storage.Since(before);
            storage = new(storage.Reads + made.Reads, 0, storage.Transactions + made.Transactions, 0);
        }

        // Of each round by itself, so that what the machine does meanwhile is in both of its halves.
        var ratio = Measured.Median(ours.Zip(theirs, (our, their) => our.PerSecond / their.PerSecond));
        var (median, bottom) = (Measured.Median(ours), Measured.Median(theirs));
        Table.Row(
            Table.Print(spread), Table.Print(connections), Table.Print(median.PerSecond), Table.Print(median.P50), Table.Print(median.P99),
            Table.Print(bottom.PerSecond), Table.Print(bottom.P50), Table.Print(bottom.P99), Table.Print(ratio),
            Each(storage.Reads, median), Each(storage.Transactions, median), Table.Print(median.Failed));
    }

    private async Task PrintOwnCostAsync(Child app, Decisions decisions)
    {
        Table.Begin(
            "(d) Over HTTP on storage that answers at once", "agents", "connections", "decisions/s", "p50 ms", "p99 ms",
            "app's processor µs each", "allocated KB each", "reads each", "commits each", "failed");
        foreach (var spread in new[] { settings.Agents, 1 })
        {
            foreach (var connections in settings.Connections)
            {
                var before = await StateAsync(app);
                List<Measured> rounds = [];
                for (var round = 0; round < settings.Rounds; round++)
                {
                    rounds.Add(await decisions.RunAsync(connections, spread, settings.Length));
                }

                var (after, median) = (await StateAsync(app), Measured.Median(rounds));
                var storage = after.Storage.Since(before.Storage);
                Table.Row(
                    Table.Print(spread), Table.Print(connections), Table.Print(median.PerSecond), Table.Print(median.P50), Table.Print(median.P99),
                    Table.Print((after.Processor - before.Processor) * 1e6 / median.Asked),
                    Table.Print((after.Allocated - before.Allocated) / 1024.0 / median.Asked),
                    Each(storage.Reads, median), Each(storage.Transactions, median), Table.Print(median.Failed));
            }
        }
    }

    private async Task PrintStagesAsync(Child app)
    {
        var stages = JsonSerializer.Deserialize<Dictionary<string, Stage>>(await app.AskAsync($"stages {Decisions.Token(issuer)}"))!; // The app ends instead.
        Table.Begin("Where a decision's time goes, one after the other on storage that answers at once", "step", "median µs", "allocated bytes");
        foreach (var (name, stage) in stages)
        {
            Table.Row(name, Table.Print(stage.Microseconds), Table.Print(stage.Bytes));
        }
    }

    private async Task PrintMemoryAsync(Child app, Decisions decisions)
    {
        const int Readings = 5;
        Table.Begin("(c) Memory, decisions at 16 connections on storage that answers at once", "decisions", "working set MiB", "heap MiB", "failed");
        var (total, failed) = (0L, 0L);
        for (var reading = 0; reading <= Readings; reading++)
        {
            var state = await StateAsync(app);
            Table.Row(Table.Print(total), Table.Print(state.WorkingSet / 1048576.0), Table.Print(state.Heap / 1048576.0), Table.Print(failed));
            if (reading < Readings)
            {
                var run = await decisions.RunAsync(16, settings.Agents, TimeSpan.FromMinutes(50), settings.MemoryDecisions / Readings);
                (total, failed) = (total + run.Count, failed + run.Failed);
            }
        }
    }

    private static string Each(long requests, Measured decisions) => Table.Print((double)requests / decisions.Asked);

    private string ToStub(string address) => string.Join(';', settings.ConnectionString.Split(';')
        .Select(part => part.StartsWith("TableEndpoint=", StringComparison.Ordinal) ? $"TableEndpoint={address}/devstoreaccount1" : part));

    private Dictionary<string, string> EnvironmentOf(string storage)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new(StringComparer.Ordinal)
        {
            ["AzureWebJobsStorage"] = settings.ConnectionString,
            ["Hosting__PublicBaseUrl"] = "http://127.0.0.1",
            // Azurite takes the longer for a commit the longer its partition is; the floor's partitions are young too.
            ["Ledger__StreamEntries"] = "1000",
            ["Ledger__CheckpointKeyPem"] = key.ExportPkcs8PrivateKeyPem(),
            ["Logging__LogLevel__Default"] = "Error",
            ["Security__Issuers__0__Audiences__0"] = TestIssuer.Audience,
            ["Security__Issuers__0__Issuer"] = issuer.Name,
            ["Security__TenantId"] = TestIssuer.Tenant,
            ["Storage__ConnectionString"] = storage,
        };
    }
}
