using AgentFunctions.Ledger.Changes;
using AgentFunctions.Shared;
using CsCheck;

namespace AgentFunctions.Tests.Hosting.Storage.Versions;

public sealed class VersionedRowsTests(AzuriteFixture azurite)
{
    private static readonly string[] Ids = ["a", "b/c", "d|1", "é", new('x', 200)];

    [Fact]
    public Task Every_version_reads_as_it_was_written_whatever_came_after() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, Ids.Length - 1], Gen.Int[0, 2]).Array[12].SampleAsync(
            async edits =>
            {
                await using var storage = await TestStorage.CreateAsync(azurite);
                var rows = new RowsUnderTest(storage);
                await rows.RegisterAsync();
                var written = new List<string[]> { Array.Empty<string>() };
                var now = new Dictionary<string, string>(StringComparer.Ordinal);
                foreach (var (kind, id, content) in edits)
                {
                    (await EditAsync(rows, now, kind, Ids[id], content)).ShouldBe(ApplyOutcome.Applied);
                    written.Add(RowsUnderTest.Print(now));
                }

                for (var version = 0; version < written.Count; version++)
                {
                    (await rows.AtAsync(version)).ShouldBe(written[version]);
                }
            },
            iter: 6,
            threads: 1);

    [Fact]
    public async Task A_version_and_a_difference_make_the_later_version()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var rows = new RowsUnderTest(storage);
        await rows.RegisterAsync();
        foreach (var (id, content) in new[] { ("a", "1"), ("b", "1"), ("a", "2"), ("c", "1"), ("c", "2") })
        {
            await rows.PutAsync(id, content);
        }

        await rows.DeleteAsync("b");
        for (var from = 0; from <= 6; from++)
        {
            for (var to = from; to <= 6; to++)
            {
                var earlier = await rows.Rows.LoadAsync(RowsUnderTest.Partition, from, TestContext.Current.CancellationToken);
                var difference = await rows.Rows.LoadDifferenceAsync(RowsUnderTest.Partition, from, to, TestContext.Current.CancellationToken);
                RowsUnderTest.Print(earlier.ExceptBy(difference.Removed.Select(row => (row.Id, row.ValidFrom)), row => (row.Id, row.ValidFrom)).Concat(difference.Added))
                    .ShouldBe(await rows.AtAsync(to), $"{from} to {to}");
            }
        }
    }

    [Fact]
    public async Task A_version_never_reads_torn_while_it_is_edited()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var rows = new RowsUnderTest(storage);
        await rows.RegisterAsync();
        await rows.ImportAsync(Enumerable.Range(0, 300).ToDictionary(i => $"row{i}", _ => "1", StringComparer.Ordinal));
        var first = await rows.AtAsync(1);
        var editing = Task.Run(async () =>
        {
            for (var round = 2; round < 8; round++)
            {
                await rows.ImportAsync(Enumerable.Range(round * 7, 300).ToDictionary(i => $"row{i}", _ => $"{round}", StringComparer.Ordinal));
            }
        }, TestContext.Current.CancellationToken);
        var reads = 0;
        while (!editing.IsCompleted)
        {
            var head = await rows.HeadAsync();
            (await rows.AtAsync(1)).ShouldBe(first);
            var seen = await rows.AtAsync(head.Version);
            seen.Length.ShouldBe(300);
            seen.Select(row => row.Split('=')[1]).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
            reads++;
        }

        await editing;
        reads.ShouldBePositive();
    }

    private static Task<ApplyOutcome> EditAsync(RowsUnderTest rows, Dictionary<string, string> now, int kind, string id, int content)
    {
        if (kind == 0 && now.Remove(id))
        {
            return rows.DeleteAsync(id);
        }

        if (kind == 3)
        {
            now.Clear();
            now["imported"] = $"{content}";
        }

        now[id] = $"{content}";
        return kind == 3 ? rows.ImportAsync(now) : rows.PutAsync(id, now[id]);
    }
}
