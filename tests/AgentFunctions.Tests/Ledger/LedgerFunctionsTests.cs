using System.Diagnostics;
using System.Text.Json;
using AgentFunctions.Domain.Ledger;
using AgentFunctions.Ledger;
using AgentFunctions.Shared;
using AgentFunctions.Tests.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AgentFunctions.Tests.Ledger;

public sealed class LedgerFunctionsTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_entry_is_read_by_its_id()
    {
        await using var app = await StartAsync();
        var id = await AppendAsync(app, EntryKind.Decision, """{"a":[1,"é"]}""");
        var entry = await JsonAsync(await GetAsync(app, $"ledger/{id}"));
        entry.GetProperty("id").GetString().ShouldBe(id.ToString());
        entry.GetProperty("stream").GetUInt32().ShouldBe(id.Stream);
        entry.GetProperty("sequence").GetInt64().ShouldBe(1);
        entry.GetProperty("kind").GetString().ShouldBe("decision");
        entry.GetProperty("body").GetProperty("a")[1].GetString().ShouldBe("é");
        entry.TryGetProperty("applied", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_change_says_whether_it_was_applied(bool applied)
    {
        await using var app = await StartAsync((_, _) => Task.FromResult(applied));
        var id = await AppendAsync(app, EntryKind.Change, "{}");
        (await JsonAsync(await GetAsync(app, $"ledger/{id}"))).GetProperty("applied").GetBoolean().ShouldBe(applied);
    }

    [Fact]
    public async Task An_id_without_an_entry_is_not_found()
    {
        await using var app = await StartAsync();
        var id = await AppendAsync(app, EntryKind.Decision, "{}");
        Guid[] ids =
        [
            Guid.Empty, Guid.NewGuid(), (id with { Sequence = 9 }).ToGuid(), (id with { Stream = 99 }).ToGuid(),
            (id with { UnixMilliseconds = id.UnixMilliseconds + 1 }).ToGuid(),
        ];
        foreach (var other in ids)
            await (await GetAsync(app, $"ledger/{other}")).ShouldBeProblemAsync(404, "not_found");
    }

    [Fact]
    public async Task A_stream_that_the_registry_never_opened_is_no_evidence()
    {
        await using var app = await StartAsync();
        var real = await AppendAsync(app, EntryKind.Decision, "{}");
        var invented = real with { Stream = 77 };
        var hash = EntryChain.Hash(EntryHash.Zero, invented, EntryKind.Decision, EntryChain.Digest("{}"u8));
        var (table, partition) = (app.Services.GetRequiredService<LedgerStorage>().Table, LedgerTable.Partition(invented.Stream));
        await table.AddEntityAsync(LedgerTable.EntryRow(partition, invented, EntryKind.Decision, "{}", default, hash), Cancellation);
        await table.AddEntityAsync(
            LedgerTable.ToRow(partition, new StreamHead(invented.Sequence, hash), StreamState.Open, DateTimeOffset.UnixEpoch), Cancellation);

        await (await GetAsync(app, $"ledger/{invented}")).ShouldBeProblemAsync(409, "conflict");
        await (await GetAsync(app, $"ledger/streams/{invented.Stream}")).ShouldBeProblemAsync(404, "not_found");
        (await GetAsync(app, $"ledger/{real}")).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_stream_is_read_page_by_page()
    {
        await using var app = await StartAsync();
        for (var i = 0; i < 5; i++)
            _ = await AppendAsync(app, EntryKind.Decision, "{}");
        var stream = (await AppendAsync(app, EntryKind.Decision, "{}")).Stream;
        List<long> sequences = [];
        long? after = 0;
        while (after is not null)
        {
            var page = await JsonAsync(await GetAsync(app, $"ledger/streams/{stream}?after={after}&limit=4"));
            page.GetProperty("state").GetString().ShouldBe("open");
            sequences.AddRange(page.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("sequence").GetInt64()));
            after = page.TryGetProperty("next", out var next) ? next.GetInt64() : null;
        }

        sequences.ShouldBe([1, 2, 3, 4, 5, 6]);
    }

    [Fact]
    public async Task Anything_else_is_refused()
    {
        await using var app = await StartAsync();
        _ = await AppendAsync(app, EntryKind.Decision, "{}");
        foreach (var path in (string[])["ledger/streams/99", "ledger/streams/-1"])
            await (await GetAsync(app, path)).ShouldBeProblemAsync(404, "not_found");
        string[] queries =
        [
            "streams/0?limit=0", "streams/0?limit=1001", "streams/0?limit=1&limit=2", "streams/0?after=-1", "streams/0?after=x",
            "verification?from_checkpoint=x", "verification?from_stream=4294967296", "verification?from_sequence=",
        ];
        foreach (var query in queries)
            await (await GetAsync(app, $"ledger/{query}")).ShouldBeProblemAsync(400, "invalid_request");
    }

    [Fact]
    public async Task Verification_says_intact_and_what_is_not_anchored()
    {
        await using var app = await StartAsync();
        var id = await AppendAsync(app, EntryKind.Decision, "{}");
        var report = await JsonAsync(await GetAsync(app, "ledger/verification"));
        report.GetProperty("outcome").GetString().ShouldBe("intact");
        report.GetProperty("unanchored").GetProperty("checkpoint").GetInt64().ShouldBe(0);
        report.GetProperty("unanchored").GetProperty("streams").EnumerateArray()
            .Select(stream => stream.GetProperty("stream").GetUInt32()).ShouldBe([0u, id.Stream]);
    }

    [Fact]
    public async Task Evidence_is_for_auditors_only()
    {
        await using var app = await StartAsync();
        foreach (var path in (string[])["ledger/verification", "ledger/streams/0", "ledger/0194c0de-0000-8000-8000-000000000001"])
        {
            await (await app.GetAsync(path)).ShouldBeProblemAsync(401, "token_missing");
            await (await app.GetAsync(path, app.Issuer.AppOnly("gateway", "Decisions.Ask"))).ShouldBeProblemAsync(403, "role_missing");
        }
    }

    [Fact]
    public async Task The_script_tells_intact_broken_and_not_checked_apart()
    {
        await using var app = await StartAsync();
        var id = await AppendAsync(app, EntryKind.Decision, "{}");
        var token = app.Issuer.AppOnly("auditor", "Audit.Read").Text;
        (await VerifyAsync(app, token)).ShouldBe(0);
        (await VerifyAsync(app, "none")).ShouldBe(2);
        (await VerifyAsync(app, token: null)).ShouldBe(2);
        await app.Services.GetRequiredService<LedgerStorage>().Table
            .DeleteEntityAsync(LedgerTable.Partition(id.Stream), LedgerTable.Row(1), cancellationToken: Cancellation);
        (await VerifyAsync(app, token)).ShouldBe(1);
    }

    private static async Task<int> VerifyAsync(RunningApp app, string? token)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "AgentFunctions.sln")))
            root = root.Parent!; // The tests lie in the repository.
        var start = new ProcessStartInfo(Path.Combine(root.FullName, "scripts", "verify-ledger.sh"), [app.Http.BaseAddress!.ToString()]) // The app has one.
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LEDGER_TOKEN"] = token;
        start.Environment.Remove("LOCALCLOUD_URL");
        using var process = Process.Start(start)!; // Null only when a shell was asked to open a file.
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(Cancellation), process.StandardError.ReadToEndAsync(Cancellation));
        await process.WaitForExitAsync(Cancellation);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Concat(said));
        return process.ExitCode;
    }

    private Task<RunningApp> StartAsync(IsApplied? isApplied = null) => RunningApp.StartAsync(typeof(LedgerFunctions).Assembly, builder =>
    {
        builder.Configuration.AddInMemoryCollection(
        [
            new("Storage:ConnectionString", azurite.ConnectionString),
            new("Storage:TablePrefix", string.Concat("T", Guid.NewGuid().ToString("N").AsSpan(0, 12))),
            new("AzureWebJobsStorage", azurite.ConnectionString),
        ]);
        builder.Services.AddSingleton(isApplied ?? ((_, _) => Task.FromResult(false)));
    });

    private static Task<HttpResponseMessage> GetAsync(RunningApp app, string path) => app.GetAsync(path, app.Issuer.AppOnly("auditor", "Audit.Read"));

    private static async Task<EvaluationId> AppendAsync(RunningApp app, EntryKind kind, string body)
    {
        var outcome = await app.Services.GetRequiredService<LedgerWriter>().AppendAsync(kind, System.Text.Encoding.UTF8.GetBytes(body), Cancellation);
        return outcome.ShouldBeOfType<AppendOutcome.Committed>().Id;
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        ((int)answer.StatusCode).ShouldBe(200, text);
        return JsonElement.Parse(text);
    }
}
