using System.Text.Json.Nodes;
using AgentFunctions.Domain.Ledger;
using Azure.Data.Tables;

namespace AgentFunctions.Soak;

/// <summary>Everything that gives or takes authority, read around the app, and the entries that it must have.</summary>
internal static class AuthorityRows
{
    private const string ChangePrefix = "change|";
    private const long Live = long.MaxValue;

    private static readonly string[] TableNames = ["Principals", "People", "Resources", "Tenant"];

    /// <summary>Begin of the row's key, the column that counts, and the kinds of change that may have counted it.</summary>
    private static readonly (string Row, string Column, string[] Kinds)[] Counted =
    [
        ("principal", "EntitlementsVersion", ["entitlement", "principal"]),
        ("principal", "AgentVersion", ["agent"]),
        ("principal", "PropertiesVersion", ["principal"]),
        ("delegation|", "Version", ["delegation"]),
        ("person", "Version", ["person"]),
        ("resource", "Version", ["resource"]),
        ("tenant", "SettingsVersion", ["tenant"]),
        ("tenant", "GuardrailsVersion", ["guardrail"]),
    ];

    /// <returns>How many versions were looked at.</returns>
    public static async Task<int> ShouldAllBeRecordedAsync(string connection, string prefix, LedgerRows ledger)
    {
        var looked = 0;
        foreach (var name in TableNames)
        {
            var rows = await new TableClient(connection, prefix + name)
                .QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken)
                .ToListAsync(TestContext.Current.CancellationToken);
            foreach (var partition in rows.GroupBy(row => row.PartitionKey, StringComparer.Ordinal))
            {
                looked += Look(name, partition.ToList(), ledger);
            }
        }

        return looked;
    }

    private static int Look(string table, IReadOnlyList<TableEntity> partition, LedgerRows ledger)
    {
        var recorded = partition.Where(row => row.RowKey.StartsWith(ChangePrefix, StringComparison.Ordinal)).Select(row => Recorded(row, ledger)).ToHashSet();
        var looked = 0;
        foreach (var row in partition)
        {
            foreach (var (_, column, kinds) in Counted.Where(counted => Is(row.RowKey, counted.Row)))
            {
                var about = row.RowKey.StartsWith("delegation|", StringComparison.Ordinal) ? row.RowKey["delegation|".Length..] : "";
                for (var version = row.GetInt64(column) ?? 0; version > 0; version--)
                {
                    kinds.Any(kind => recorded.Contains((kind, about, version))).ShouldBeTrue($"{table} {row.PartitionKey} {row.RowKey} {column} {version} has no entry");
                    looked++;
                }
            }

            looked += LookAtVersioned(table, row, partition);
        }

        return looked;
    }

    // A rule counts in versions of its head, each of which has its entry; what lies beyond the head is not published.
    private static int LookAtVersioned(string table, TableEntity row, IReadOnlyList<TableEntity> partition)
    {
        if (row.GetInt64("ValidFrom") is not { } from || row.GetInt64("EndedAt") is not { } ended)
        {
            return 0;
        }

        var head = partition.Single(other => other.RowKey is "principal" or "tenant");
        var version = head.GetInt64(head.RowKey == "tenant" ? "GuardrailsVersion" : "EntitlementsVersion") ?? 0;
        from.ShouldBeLessThanOrEqualTo(version, $"{table} {row.PartitionKey} {row.RowKey}: single edits publish at once");
        (ended == Live || ended <= version).ShouldBeTrue($"{table} {row.PartitionKey} {row.RowKey}");
        return 1;
    }

    private static bool Is(string key, string row) => row.EndsWith('|') ? key.StartsWith(row, StringComparison.Ordinal) : key == row;

    private static (string Kind, string About, long Version) Recorded(TableEntity change, LedgerRows ledger)
    {
        var id = Guid.Parse(change.RowKey[ChangePrefix.Length..]);
        var entry = ledger.Entries.GetValueOrDefault(id).ShouldNotBeNull($"{change.PartitionKey}: {id} was applied and is not in the ledger");
        entry.Kind.ShouldBe(EntryKind.Change);
        var body = JsonNode.Parse(entry.Body.Span)!; // An entry is an object.
        var target = body["target"]!; // Of every change.
        return (target["kind"]!.GetValue<string>(), target["agent_id"]?.GetValue<string>() ?? "", body["version"]!.GetValue<long>()); // Of every change.
    }
}
