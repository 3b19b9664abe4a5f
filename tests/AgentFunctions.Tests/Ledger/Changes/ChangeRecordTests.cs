using System.Text.Json.Nodes;
using AgentFunctions.Hosting.Storage;
using AgentFunctions.Ledger.Changes;
using AgentFunctions.Shared;
using AgentFunctions.Tests.Principals;
using Azure.Core;
using Azure.Data.Tables;

namespace AgentFunctions.Tests.Ledger.Changes;

public sealed class ChangeRecordTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Allow = """{"effect":"allow","actions":["read"],"resource":{"type":"document","id":"*"}}""";
    private const string Path = "principals/agent/bot-of-changes/entitlements/e1";

    private readonly string id = $"bot-{Guid.NewGuid():N}";
    private Administration app = null!; // Set before any test.

    private string Target => Path.Replace("bot-of-changes", id, StringComparison.Ordinal);

    public async ValueTask InitializeAsync()
    {
        app = await Administration.StartAsync(azurite);
        await app.PutAsync($"principals/agent/{id}", "{}");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_change_says_who_did_what_and_names_the_version_that_it_made()
    {
        app.ActAs("petra");
        await app.PutAsync(Target, Allow);
        var (entry, body) = (await EntriesAsync())[^1];
        body["by"]!["client"]!.GetValue<string>().ShouldBe("portal"); // A missing one fails the test.
        body["by"]!["person"]!.GetValue<string>().ShouldBe("petra"); // A missing one fails the test.
        body["operation"]!.GetValue<string>().ShouldBe("create"); // A missing one fails the test.
        body["before"].ShouldBeNull();
        body["after"]!["effect"]!.GetValue<string>().ShouldBe("allow"); // A missing one fails the test.
        body["target"]!.ToJsonString().ShouldBe($$"""{"entitlement_id":"e1","id":"{{id}}","kind":"entitlement","type":"agent"}""");
        body["version"]!.GetValue<long>().ShouldBe(1); // A missing one fails the test.
        (await IsAppliedAsync(entry)).ShouldBeTrue();
    }

    [Fact]
    public async Task Without_its_entry_nothing_is_changed()
    {
        app.Transport.Script = (_, message) => IsLedgerWrite(message) ? new Fault.Break() : null;
        (await app.PutAsync(Target, Allow)).Status.ShouldBe(503);
        app.Transport.Script = (_, _) => null;
        (await app.GetAsync(Target)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task An_entry_whose_change_never_came_reads_as_not_applied()
    {
        app.Transport.Script = (_, message) => IsChange(message) ? new Fault.Break() : null;
        (await app.PutAsync(Target, Allow)).Status.ShouldBe(503);
        app.Transport.Script = (_, _) => null;
        (await app.GetAsync(Target)).Status.ShouldBe(404);
        (await IsAppliedAsync((await EntriesAsync())[^1].Entry)).ShouldBeFalse();
        (await app.PutAsync(Target, Allow)).Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_change_whose_answer_is_lost_is_made_once_and_answered()
    {
        var lost = 0;
        app.Transport.Script = (_, message) => IsChange(message) && lost++ == 0 ? new Fault.LoseAnswer() : null;
        (await app.PutAsync(Target, Allow)).Status.ShouldBe(201);
        (await app.GetAsync($"principals/agent/{id}")).Number("entitlements_version").ShouldBe(1);
        (await EntriesAsync()).Count(entry => entry.Body["target"]!["kind"]!.GetValue<string>() == "entitlement").ShouldBe(1); // A missing one fails the test.
    }

    [Fact]
    public async Task Each_request_of_a_change_may_fail_once_and_authority_still_has_its_entry()
    {
        for (var broken = 1; broken <= 6; broken++)
        {
            var count = 0;
            var fault = broken;
            app.Transport.Script = (_, message) => !IsLedgerWrite(message) && ++count == fault ? new Fault.Break() : null;
            var answer = await app.PutAsync($"principals/agent/{id}/entitlements/f{broken}", Allow);
            app.Transport.Script = (_, _) => null;
            answer.Status.ShouldBeOneOf(201, 503);
            (await app.GetAsync($"principals/agent/{id}/entitlements/f{broken}")).Status.ShouldBe(answer.Status == 201 ? 200 : 404);
        }

        var version = (await app.GetAsync($"principals/agent/{id}")).Number("entitlements_version");
        var applied = 0;
        foreach (var (entry, body) in await EntriesAsync())
        {
            applied += body["target"]!["kind"]!.GetValue<string>() == "entitlement" && await IsAppliedAsync(entry) ? 1 : 0; // A missing one fails the test.
        }

        applied.ShouldBe((int)version);
    }

    private static bool IsLedgerWrite(HttpMessage message) =>
        message.Request.Method != RequestMethod.Get && Text(message).Contains("Ledger(", StringComparison.Ordinal);

    private static bool IsChange(HttpMessage message) =>
        message.Request.Method != RequestMethod.Get && Text(message).Contains("change|", StringComparison.Ordinal);

    private static string Text(HttpMessage message)
    {
        using var bytes = new MemoryStream();
        message.Request.Content?.WriteTo(bytes, CancellationToken.None);
        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }

    private Task<bool> IsAppliedAsync(Guid entry) =>
        AppliedChanges.IsAppliedAsync(app.Principals, TableKey.Of("agent", id), entry, TestContext.Current.CancellationToken);

    private async Task<IReadOnlyList<(Guid Entry, JsonObject Body)>> EntriesAsync()
    {
        var found = new List<(Guid, JsonObject)>();
        await foreach (var row in app.Ledger.QueryAsync<TableEntity>("Kind eq 4", cancellationToken: TestContext.Current.CancellationToken))
        {
            if (row.GetString("Body").Contains(id, StringComparison.Ordinal))
            {
                found.Add((Guid.Parse(row.GetString("Id")), JsonNode.Parse(row.GetString("Body"))!.AsObject())); // Every body is an object.
            }
        }

        return [.. found.OrderBy(entry => entry.Item1)];
    }
}
