using AgentFunctions.Domain.Attributes;
using AgentFunctions.Hosting.Storage.Versions;
using Azure.Data.Tables;

namespace AgentFunctions.Hosting.Storage;

/// <summary>A page of a list whose items are rows, in the order of their keys.</summary>
internal static class TablePage
{
    /// <param name="filter">Finds only rows of the list, beginning after <see cref="PageRequest.From"/>.</param>
    /// <param name="name">Of the member that holds the items.</param>
    /// <param name="keyOf">The key that tells the rows of the list apart and orders them.</param>
    public static async Task<DocumentAnswer> ReadAsync(
        TableClient table,
        string filter,
        PageRequest page,
        string name,
        Func<TableEntity, string> keyOf,
        Func<TableEntity, AttributeValue> print,
        CancellationToken cancellationToken)
    {
        var found = await table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)
            .Take(page.Limit + 1).ToListAsync(cancellationToken);
        var items = new AttributeValue.List([.. found.Take(page.Limit).Select(print)]);
        return DocumentAnswer.Ok(
            found.Count > page.Limit
                ? AttributeObject.Of((name, items), ("next", AttributeObject.Text(new PageToken(1, keyOf(found[page.Limit - 1])).ToString())))
                : AttributeObject.Of((name, items)),
            0);
    }

    /// <summary>Where reading begins: after what was handed out, and never before the list's own beginning.</summary>
    public static string Later(string beginning, string after) => string.CompareOrdinal(after, beginning) > 0 ? after : beginning;
}
