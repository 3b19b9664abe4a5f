using System.Text;
using System.Text.Json.Nodes;
using AgentFunctions.Tests.Principals;
using Azure.Core;
using Azure.Data.Tables;

namespace AgentFunctions.Tests.Ledger.Changes;

/// <summary>Entries of changes as they stand in the ledger, and the requests that write them.</summary>
internal static class ChangeEntries
{
    public static bool IsAppend(HttpMessage message) =>
        message.Request.Method != RequestMethod.Get && Text(message).Contains("Ledger(", StringComparison.Ordinal);

    public static bool IsApplication(HttpMessage message) =>
        message.Request.Method != RequestMethod.Get && Text(message).Contains("change|", StringComparison.Ordinal);

    /// <summary>Those that hold the text, in order.</summary>
    public static async Task<IReadOnlyList<(Guid Entry, JsonObject Body)>> OfAsync(Administration app, string text)
    {
        var found = new List<(Guid Entry, JsonObject Body)>();
        await foreach (var row in app.Ledger.QueryAsync<TableEntity>("Kind eq 4", cancellationToken: TestContext.Current.CancellationToken))
        {
            if (row.GetString("Body").Contains(text, StringComparison.Ordinal))
            {
                found.Add((Guid.Parse(row.GetString("Id")), JsonNode.Parse(row.GetString("Body"))!.AsObject())); // Every body is an object.
            }
        }

        return [.. found.OrderBy(entry => entry.Entry)];
    }

    private static string Text(HttpMessage message)
    {
        using var bytes = new MemoryStream();
        message.Request.Content?.WriteTo(bytes, CancellationToken.None);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
