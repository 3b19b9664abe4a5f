using System.Text.Json.Nodes;
using AgentFunctions.Contract.Tests.Drivers;

namespace AgentFunctions.Contract.Tests.Ledger;

/// <summary>Finds entries as an auditor does who knows no id: by reading the streams that the registry names.</summary>
internal static class LedgerReader
{
    private const int Newest = 16;
    private const int Page = 1_000;

    /// <summary>The changes of one document, oldest first, each read by its id.</summary>
    /// <param name="names">The members of its target, `kind` among them.</param>
    public static async Task<IReadOnlyList<JsonObject>> ChangesOfAsync(Administration administration, JsonObject names)
    {
        var found = new List<JsonObject>();
        foreach (var stream in await StreamsAsync(administration))
        {
            var head = (await administration.GetAsync($"/ledger/streams/{stream}?limit=1")).Json["sequence"]!.GetValue<long>();
            var page = (await administration.GetAsync($"/ledger/streams/{stream}?limit={Page}&after={Math.Max(0, head - Page)}")).Json;
            found.AddRange(page["entries"]!.AsArray()
                .Where(entry => entry!["kind"]!.GetValue<string>() == "change" && JsonNode.DeepEquals(entry["body"]!["target"], names))
                .Select(entry => entry!.AsObject()));
        }

        var ids = found.OrderBy(entry => entry["at"]!.GetValue<string>(), StringComparer.Ordinal).Select(entry => entry["id"]!.GetValue<string>());
        return [.. await Task.WhenAll(ids.Select(async id => (await administration.GetAsync($"/ledger/{id}")).Json))];
    }

    // Stream 0 is the registry: the entry that opens a stream has its number as sequence.
    private static async Task<IReadOnlyList<long>> StreamsAsync(Administration administration)
    {
        var head = (await administration.GetAsync("/ledger/streams/0?limit=1")).Json["sequence"]!.GetValue<long>();
        var page = (await administration.GetAsync($"/ledger/streams/0?limit={Page}&after={Math.Max(0, head - Page)}")).Json;
        return
        [
            .. page["entries"]!.AsArray()
                .Where(entry => entry!["kind"]!.GetValue<string>() == "stream_opened")
                .Select(entry => entry!["sequence"]!.GetValue<long>())
                .TakeLast(Newest),
        ];
    }
}
