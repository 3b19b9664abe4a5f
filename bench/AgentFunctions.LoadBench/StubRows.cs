using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AgentFunctions.LoadBench;

/// <summary>Rows as they are sent back, found by table and key.</summary>
internal sealed partial class StubRows
{
    private readonly ConcurrentDictionary<(string Table, string Key), byte[]> rows = new();
    private long version;

    /// <summary>`Principals(PartitionKey='a',RowKey='b')` into the table and the two keys, both still in their quotes.</summary>
    public static (string Table, string Key) Split(string name) => name.IndexOf('(', StringComparison.Ordinal) is var open and > 0
        ? (name[..open], name[(open + 1)..^1])
        : (name, "");

    public byte[]? Find(string table, string key) => rows.GetValueOrDefault((table, key));

    /// <returns>The row's ETag.</returns>
    public string Store(string table, byte[] json)
    {
        var row = JsonNode.Parse(json)!.AsObject(); // A row is never the literal null.
        var etag = string.Create(CultureInfo.InvariantCulture, $"W/\"{Interlocked.Increment(ref version)}\"");
        row["odata.etag"] = etag;
        rows[(table, $"PartitionKey='{row["PartitionKey"]}',RowKey='{row["RowKey"]}'")] = Encoding.UTF8.GetBytes(row.ToJsonString());
        return etag;
    }

    /// <summary>The rows of one partition between two row keys. All of them are of the one version that was ever written.</summary>
    public byte[] Query(string table, string filter)
    {
        if (Range().Match(filter) is not { Success: true } asked)
        {
            return """{"value":[]}"""u8.ToArray();
        }

        var start = $"PartitionKey='{asked.Groups["partition"].Value}',RowKey='";
        var found = rows.Where(row => row.Key.Table == table && row.Key.Key.StartsWith(start, StringComparison.Ordinal)
            && string.CompareOrdinal(row.Key.Key[start.Length..^1], asked.Groups["from"].Value) > 0
            && string.CompareOrdinal(row.Key.Key[start.Length..^1], asked.Groups["to"].Value) < 0);
        return Encoding.UTF8.GetBytes($$"""{"value":[{{string.Join(',', found.Select(row => Encoding.UTF8.GetString(row.Value)))}}]}""");
    }

    [GeneratedRegex("^PartitionKey eq '(?<partition>[^']*)' and RowKey gt '(?<from>[^']*)' and RowKey lt '(?<to>[^']*)'", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Range();
}
