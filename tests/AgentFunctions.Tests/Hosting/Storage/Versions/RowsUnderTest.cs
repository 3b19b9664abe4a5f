using AgentFunctions.Hosting.Storage;
using AgentFunctions.Hosting.Storage.Versions;
using AgentFunctions.Ledger.Changes;
using Azure.Data.Tables;

namespace AgentFunctions.Tests.Hosting.Storage.Versions;

/// <summary>Versioned rows of one partition, edited as the app edits them, seen as sets of `id=content`.</summary>
internal sealed class RowsUnderTest(TestStorage storage)
{
    public const string Partition = "agent|invoice-bot";

    private static readonly RowFamily Family = new("row", "head", "Version");

    public VersionedRows Rows { get; } = new(storage.Tables[TableNames.Principals], Family);

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    public async Task RegisterAsync() => await Rows.Table.AddEntityAsync(new TableEntity(Partition, Family.HeadKey), Patience);

    public Task<VersionHead> HeadAsync() => Rows.ReadHeadAsync(Partition, Patience);

    public async Task<string[]> AtAsync(long version) => Print(await Rows.LoadAsync(Partition, version, Patience));

    public async Task<string[]> NowAsync() => await AtAsync((await HeadAsync()).Version);

    /// <summary>Another process's write to the head that has nothing to do with versions: an agent that is suspended.</summary>
    public async Task TouchHeadAsync() => await Rows.Table.UpdateEntityAsync(
        new TableEntity(Partition, Family.HeadKey) { ["Status"] = Guid.NewGuid().ToString() }, Azure.ETag.All, TableUpdateMode.Merge, Patience);

    public async Task<ApplyOutcome> PutAsync(string id, string content)
    {
        var head = await FreeHeadAsync();
        var present = await Rows.FindAsync(Partition, head.Version, id, Patience);
        RowEdit edit = present.Count == 0 ? new RowEdit.Add(id, content) : new RowEdit.Replace(present[0], content);
        return await CommitEdit.RunAsync(Rows, head, edit, Guid.NewGuid(), Patience);
    }

    public async Task<ApplyOutcome> DeleteAsync(string id)
    {
        var head = await FreeHeadAsync();
        var present = await Rows.FindAsync(Partition, head.Version, id, Patience);
        return present.Count == 0
            ? ApplyOutcome.Superseded
            : await CommitEdit.RunAsync(Rows, head, new RowEdit.End(present[0]), Guid.NewGuid(), Patience);
    }

    public async Task<ApplyOutcome> ImportAsync(IReadOnlyDictionary<string, string> wanted)
    {
        var head = await FreeHeadAsync();
        var edits = RowSet.Plan(await Rows.LoadAsync(Partition, head.Version, Patience), wanted);
        return await new StageRows(Rows, TimeProvider.System).RunAsync(head, edits, new Dictionary<string, object>(), Guid.NewGuid(), Patience);
    }

    public static string[] Print(IEnumerable<VersionedRow> rows) => [.. rows.Select(row => $"{row.Id}={row.Content}").Order(StringComparer.Ordinal)];

    public static string[] Print(IReadOnlyDictionary<string, string> rows) => [.. rows.Select(row => $"{row.Key}={row.Value}").Order(StringComparer.Ordinal)];

    // Whoever comes next takes back what a dead importer left; here without waiting until it counts as abandoned.
    private async Task<VersionHead> FreeHeadAsync()
    {
        var head = await HeadAsync();
        if (!head.Stage.IsUnderWay)
        {
            return head;
        }

        (await RevertStage.RunAsync(Rows, head, TimeProvider.System, Patience)).ShouldBeTrue();
        return await HeadAsync();
    }
}
