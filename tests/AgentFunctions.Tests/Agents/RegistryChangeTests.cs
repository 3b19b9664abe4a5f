using AgentFunctions.Ledger.Changes;
using AgentFunctions.Shared;
using AgentFunctions.Tests.Ledger.Changes;
using AgentFunctions.Tests.Principals;

namespace AgentFunctions.Tests.Agents;

/// <summary>What holds for every change of an agent, a person, a resource and a delegation, over HTTP.</summary>
public sealed class RegistryChangeTests(Company company) : IClassFixture<Company>
{
    private readonly Administration app = company.Begin();

    public static TheoryData<string> Kinds => RegistryChange.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_change_is_made_by_who_knows_what_is_there(string kind)
    {
        var (change, path) = await BeginAsync(kind, "known");

        (await app.PutAsync(path, change.First, "*")).Status.ShouldBe(412);
        var created = await app.PutAsync(path, change.First, onlyIfNew: true);
        created.Status.ShouldBe(201);
        created.Tag.ShouldBe("\"1\"");
        (await app.PutAsync(path, change.Second)).Code.ShouldBe("precondition_required");
        (await app.PutAsync(path, change.Second, onlyIfNew: true)).Code.ShouldBe("precondition_failed");
        (await app.PutAsync(path, change.Second, "\"2\"")).Code.ShouldBe("precondition_failed");
        (await app.PutAsync(path, change.Second, "W/\"1\"")).Code.ShouldBe("precondition_failed");
        (await app.PutAsync(path, change.Second, "1")).Code.ShouldBe("invalid_request");
        var replaced = await app.PutAsync(path, change.Second, created.Tag);
        replaced.Status.ShouldBe(200);
        replaced.Tag.ShouldBe("\"2\"");
        (await app.GetAsync(path)).Body.ToJsonString().ShouldBe(replaced.Body.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_same_again_is_answered_alike_and_recorded_once(string kind)
    {
        var (change, path) = await BeginAsync(kind, "repeated");

        var first = await app.PutAsync(path, change.First);
        var second = await app.PutAsync(path, change.First);
        var third = await app.PutAsync(path, change.First, first.Tag);

        (second.Status, second.Tag).ShouldBe((200, first.Tag));
        (third.Status, third.Tag).ShouldBe((200, first.Tag));
        (await EntriesAsync(kind, "repeated")).Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_change_says_who_did_what_and_from_what_to_what(string kind)
    {
        var (change, path) = await BeginAsync(kind, "recorded");
        await app.PutAsync(path, change.First);
        app.ActAs("marta");
        await app.PutAsync(path, change.Second, "*");

        var entries = await EntriesAsync(kind, "recorded");
        entries.Select(entry => entry.Body["operation"]!.GetValue<string>()).ShouldBe(["create", "replace"]); // A missing one fails the test.
        entries[0].Body["before"].ShouldBeNull();
        entries[1].Body["before"]!.ToJsonString().ShouldBe(entries[0].Body["after"]!.ToJsonString()); // A missing one fails the test.
        entries[1].Body["version"]!.GetValue<long>().ShouldBe(2); // A missing one fails the test.
        entries[1].Body["by"]!["person"]!.GetValue<string>().ShouldBe("marta"); // A missing one fails the test.
        (await IsAppliedAsync(change, "recorded", entries[1].Entry)).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Without_its_entry_nothing_is_changed(string kind)
    {
        var (change, path) = await BeginAsync(kind, "unrecorded");
        var put = await app.PutAsync(path, change.First);

        app.Transport.Script = (_, message) => ChangeEntries.IsAppend(message) ? new Fault.Refuse() : null;
        var answer = await app.PutAsync(path, change.Second, put.Tag);
        app.Transport.Script = (_, _) => null;

        answer.Status.ShouldBe(503);
        (await app.GetAsync(path)).Tag.ShouldBe(put.Tag);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_entry_whose_change_never_came_reads_as_not_applied(string kind)
    {
        var (change, path) = await BeginAsync(kind, "unapplied");
        var put = await app.PutAsync(path, change.First);

        app.Transport.Script = (_, message) => ChangeEntries.IsApplication(message) ? new Fault.Break() : null;
        var answer = await app.PutAsync(path, change.Second, put.Tag);
        app.Transport.Script = (_, _) => null;

        answer.Status.ShouldBe(503);
        (await app.GetAsync(path)).Tag.ShouldBe(put.Tag);
        (await IsAppliedAsync(change, "unapplied", (await EntriesAsync(kind, "unapplied"))[^1].Entry)).ShouldBeFalse();
        (await app.PutAsync(path, change.Second, put.Tag)).Status.ShouldBe(200);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Of_those_who_know_the_same_version_one_wins(string kind)
    {
        var (change, path) = await BeginAsync(kind, "contended");
        var put = await app.PutAsync(path, change.First);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.PutAsync(path, change.Second, put.Tag)));

        answers.Select(answer => answer.Status).Order().ShouldBe([200, 412, 412, 412]);
        (await app.GetAsync(path)).Tag.ShouldBe("\"2\"");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Of_those_who_create_the_same_one_wins(string kind)
    {
        var (change, path) = await BeginAsync(kind, "raced");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.PutAsync(path, change.First, onlyIfNew: true)));

        answers.Select(answer => answer.Status).Order().ShouldBe([201, 412, 412, 412]);
        (await app.GetAsync(path)).Tag.ShouldBe("\"1\"");
    }

    private async Task<(RegistryChange Change, string Path)> BeginAsync(string kind, string id)
    {
        var change = RegistryChange.Each[kind];
        var own = $"{kind}-{id}";
        if (kind == "delegation")
        {
            (await app.PutAsync($"people/{own}", Company.Living)).Status.ShouldBe(201);
        }

        return (change, change.PathOf(own));
    }

    private async Task<IReadOnlyList<(Guid Entry, System.Text.Json.Nodes.JsonObject Body)>> EntriesAsync(string kind, string id) =>
        [.. (await ChangeEntries.OfAsync(app, $"{kind}-{id}")).Where(entry => entry.Body["target"]!["kind"]!.GetValue<string>() == kind)]; // Every change has a target.

    private Task<bool> IsAppliedAsync(RegistryChange change, string id, Guid entry) => AppliedChanges.IsAppliedAsync(
        app.TableOf(change.Table), change.Partition($"{change.Kind}-{id}"), entry, TestContext.Current.CancellationToken);
}
