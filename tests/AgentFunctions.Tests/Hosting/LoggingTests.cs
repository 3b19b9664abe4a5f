using AgentFunctions.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgentFunctions.Tests.Hosting;

/// <summary>What is logged, and what never is.</summary>
public sealed class LoggingTests
{
    [Fact]
    public async Task A_fault_is_logged_with_the_request_id_that_the_caller_was_told()
    {
        await using var app = await RunningApp.StartAsync();

        var problem = await (await app.GetAsync("probe/fault/bug")).ShouldBeProblemAsync(500, "internal_error");

        var id = problem.GetProperty("request_id").GetString()!; // Every problem has one.
        app.Logged.Lines.ShouldContain(line => line.Level == LogLevel.Error && line.Text.Contains(id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_client_that_goes_away_is_no_fault()
    {
        var app = await RunningApp.StartAsync();
        using var leaving = new CancellationTokenSource();
        var request = app.Http.GetAsync(new Uri("probe/wait", UriKind.Relative), leaving.Token);
        await app.Services.GetRequiredService<ProbeGate>().Entered.Task;

        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => request);
        await app.DisposeAsync();

        app.Logged.Lines.Where(line => line.Level >= LogLevel.Error).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_client_that_goes_away_in_the_middle_of_its_body_is_no_fault()
    {
        var app = await RunningApp.StartAsync();
        await using var raw = await RawHttp.SendAsync(app.Http.BaseAddress!, "POST /probe/body HTTP/1.1\nHost: localhost\nContent-Type: application/json\nContent-Length: 100\n\n{"); // Set at start.
        await app.Services.GetRequiredService<ProbeGate>().Entered.Task;

        raw.Reset();
        await app.DisposeAsync();

        app.Logged.Lines.Where(line => line.Level >= LogLevel.Error).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_token_is_never_logged_whether_good_or_bad()
    {
        await using var app = await RunningApp.StartAsync();
        var good = app.Issuer.Delegated("portal", "maria-oid", "Audit.Read");
        TestToken[] tokens = [good, good.With("aud", "api://other"), good.WithHeader("kid", "other"), good.With("exp", 1), good.ForgedBy(TestKey.None("key-1"))];

        foreach (var token in tokens)
        {
            await app.GetAsync("probe/role", token);
        }

        var logged = string.Join('\n', app.Logged.Lines.Select(line => line.Text));
        logged.ShouldNotContain("maria-oid");
        tokens.ShouldAllBe(token => !logged.Contains(token.Text.Split('.', 3)[1], StringComparison.Ordinal));
    }
}
