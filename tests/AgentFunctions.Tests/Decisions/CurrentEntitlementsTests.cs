using System.Collections.Concurrent;
using System.Globalization;
using AgentFunctions.Decisions.Facts;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Principals;
using AgentFunctions.Shared;
using AgentFunctions.Tests.Hosting.Storage;
using CsCheck;
using Microsoft.Extensions.Caching.Memory;

namespace AgentFunctions.Tests.Decisions;

public sealed class CurrentEntitlementsTests(AzuriteFixture azurite)
{
    private const int Versions = 12;

    private static readonly SetAddress Bot = RuleEdits.Of("agent", "bot");

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_version_is_exactly_that_version_in_whatever_order_they_are_asked_for()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var expected = new List<string[]> { Array.Empty<string>() };
        var rules = new Dictionary<string, Entitlement>(StringComparer.Ordinal);
        for (var version = 1; version <= Versions; version++)
        {
            await EditAsync(storage, rules, version);
            expected.Add(Print(rules.Values));
        }

        await Gen.Int[0, Versions].Array[1, 20].SampleAsync(
            async order =>
            {
                using var kept = new MemoryCache(new MemoryCacheOptions { SizeLimit = 1 << 20 });
                var current = new CurrentEntitlements(storage.Tables, kept);
                foreach (var version in order)
                {
                    var set = await current.GetAsync(Bot, version, Patience);
                    set.Version.ShouldBe(version);
                    Print(set.Entitlements).ShouldBe(expected[version]);
                }
            },
            iter: 8,
            threads: 1);
    }

    [Fact]
    public async Task A_version_read_while_it_is_edited_is_that_version()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var expected = new ConcurrentDictionary<long, string[]>();
        var rows = RuleEdits.RowsOf(storage.Tables, Bot);
        var editing = Task.Run(async () =>
        {
            var rules = new Dictionary<string, Entitlement>(StringComparer.Ordinal);
            for (var version = 1; version <= 40; version++)
            {
                var next = Next(rules, version);
                expected[version] = Print(next.Values); // Known before anybody can read it.
                await ApplyAsync(storage, rules, next);
                rules = next;
            }
        }, Patience);

        using var kept = new MemoryCache(new MemoryCacheOptions { SizeLimit = 1 << 20 });
        var current = new CurrentEntitlements(storage.Tables, kept);
        var seen = new ConcurrentDictionary<long, bool>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            do
            {
                var version = (await rows.ReadHeadAsync(Bot.Partition, Patience)).Version;
                var set = await current.GetAsync(Bot, version, Patience);
                Print(set.Entitlements).ShouldBe(version == 0 ? [] : expected[version]);
                seen[version] = true;
            }
            while (!editing.IsCompleted);
        }));
        await editing;
        seen.Count.ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task What_is_kept_stays_within_its_bytes()
    {
        const int Limit = 20_000;
        await using var storage = await TestStorage.CreateAsync(azurite);
        using var kept = new MemoryCache(new MemoryCacheOptions { SizeLimit = Limit, TrackStatistics = true });
        var current = new CurrentEntitlements(storage.Tables, kept);
        var bytes = 0L;
        for (var i = 0; i < 30; i++)
        {
            var set = RuleEdits.Of("agent", i.ToString(CultureInfo.InvariantCulture));
            await RuleEdits.PutAsync(storage.Tables, set, Given.Rule("rule"));
            bytes += (await current.GetAsync(set, 1, Patience)).EstimatedBytes;
            kept.GetCurrentStatistics()!.CurrentEstimatedSize.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(Limit); // Tracked.
        }

        bytes.ShouldBeGreaterThan(Limit);
    }

    [Fact]
    public async Task A_load_that_failed_is_not_remembered()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        await RuleEdits.PutAsync(storage.Tables, Bot, Given.Rule("rule"));
        using var kept = new MemoryCache(new MemoryCacheOptions { SizeLimit = 1 << 20 });
        var current = new CurrentEntitlements(storage.Tables, kept);

        storage.Transport.Script = (_, _) => new Fault.Break();
        await Should.ThrowAsync<Exception>(() => current.GetAsync(Bot, 1, Patience).AsTask());
        storage.Transport.Script = (_, _) => null;
        (await current.GetAsync(Bot, 1, Patience)).Count.ShouldBe(1);
    }

    private static string[] Print(IEnumerable<Entitlement> rules) => [.. rules.Select(EntitlementRows.Print).Order(StringComparer.Ordinal)];

    private static async Task EditAsync(TestStorage storage, Dictionary<string, Entitlement> rules, int version)
    {
        var next = Next(rules, version);
        await ApplyAsync(storage, rules, next);
        rules.Clear();
        foreach (var (id, rule) in next)
        {
            rules[id] = rule;
        }
    }

    // Adds, replaces and removes, so that neighbours and distant versions share and differ.
    private static Dictionary<string, Entitlement> Next(Dictionary<string, Entitlement> rules, int version)
    {
        var id = (version % 5).ToString(CultureInfo.InvariantCulture);
        var next = new Dictionary<string, Entitlement>(rules, StringComparer.Ordinal);
        if (version % 3 == 0 && next.Remove(id))
        {
            return next;
        }

        next[id] = Given.Rule(id, action: $"read-{version}");
        return next;
    }

    private static async Task ApplyAsync(TestStorage storage, Dictionary<string, Entitlement> from, Dictionary<string, Entitlement> to)
    {
        foreach (var gone in from.Keys.Except(to.Keys, StringComparer.Ordinal).ToList())
        {
            await RuleEdits.DeleteAsync(storage.Tables, Bot, gone);
        }

        foreach (var (id, rule) in to.Where(pair => !from.TryGetValue(pair.Key, out var before) || before != pair.Value))
        {
            id.ShouldBe(rule.Id);
            await RuleEdits.PutAsync(storage.Tables, Bot, rule);
        }
    }
}
