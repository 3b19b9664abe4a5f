using System.Diagnostics;
using AgentFunctions.Shared;
using AgentFunctions.Shared.Sources;

namespace AgentFunctions.Tests.Principals;

public sealed class SeedTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Company = """
        {
          "tenant": {"deputy_grace_days": 7},
          "guardrails": [{"id": "no-delete", "effect": "deny", "actions": ["delete"], "resource": {"type": "*", "id": "*"}}],
          "principals": [
            {"type": "agent", "id": "invoice/bot", "entitlements": [
              {"id": "e1", "effect": "allow", "actions": ["read"], "resource": {"type": "document", "id": "*"}},
              {"id": "e2", "effect": "challenge", "actions": ["pay"], "resource": {"type": "invoice", "id": "*"}}
            ]},
            {"type": "user", "id": "petra", "properties": {"team": "finance"}}
          ]
        }
        """;

    private Administration app = null!; // Set before any test.

    public async ValueTask InitializeAsync() => app = await Administration.StartAsync(azurite);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_company_is_seeded_and_a_second_run_changes_nothing()
    {
        var first = await SeedAsync(Company);
        first.Error.ShouldBe("");
        first.Lines.ShouldBe(
        [
            "1 of 4: tenant: created",
            "2 of 4: guardrails[0] no-delete: created",
            "3 of 4: principals[0] agent invoice/bot: created",
            "4 of 4: principals[1] user petra: created",
            "seeded 4: 4 created, 0 replaced, 0 unchanged",
        ]);
        (await app.GetAsync("principals/agent/invoice~2Fbot/entitlements")).Ids("entitlements").ShouldBe(["e1", "e2"]);
        (await SeedAsync(Company)).Lines[^1].ShouldBe("seeded 4: 0 created, 0 replaced, 4 unchanged");
        (await SeedAsync(Company.Replace("\"pay\"", "\"refund\"", StringComparison.Ordinal))).Lines[^1].ShouldBe("seeded 4: 0 created, 1 replaced, 3 unchanged");
    }

    [Theory]
    [InlineData("""{"tenants": {}}""", "`tenants` is not a section")]
    [InlineData("{\n\"people\": [{\"id\": \"a\", \"id\": \"b\"}]}", "line 2: `id` appears twice in one object")]
    [InlineData("""{"agents": [{"owner": "a"}]}""", "agents[0] must have a `id`")]
    [InlineData("""{"agents": [{"id": "a"}, {"id": "a"}]}""", "agents[1] names the same as agents[0]")]
    [InlineData("""{"principals": [{"type": "agent", "id": "a", "entitlements": [{"id": "e"}, {"id": "e"}]}]}""", "principals[0].entitlements[1] has the id of entitlements[0]")]
    [InlineData("""{"tenant": {"deputy_grace_days": 12345678901234567890}}""", "line 1: 12345678901234567890 cannot be held exactly as a number")]
    [InlineData("""{"tenant": {"deputy_grace_days": 100}}""", "1 of 1: tenant: the app answered 400: invalid_request, `/deputy_grace_days` must be a whole number from 0 to 90")]
    [InlineData("""{"principals": [{"type": "agent", "id": "a", "entitlements": [{"id": "e"}]}]}""", "1 of 1: principals[0] agent a: the app answered 400: invalid_request, line 2: `/effect` is missing")]
    public async Task A_fault_stops_it_and_is_named(string json, string fault)
    {
        var run = await SeedAsync(json);
        run.Code.ShouldBe(1);
        run.Error.ShouldEndWith($": {fault}");
    }

    private async Task<(int Code, string[] Lines, string Error)> SeedAsync(string json)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, json, TestContext.Current.CancellationToken);
            var start = new ProcessStartInfo(Repository.PathOf("scripts", "seed.sh"), [file]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["AGENTFUNCTIONS_URL"] = app.Address.ToString();
            start.Environment["SEED_TOKEN"] = app.As.Text;
            using var process = Process.Start(start)!; // Null only when a shell was asked to open a file.
            var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries), (await error).Trim());
        }
        finally
        {
            File.Delete(file);
        }
    }
}
