using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Hosting;
using AgentFunctions.Hosting.Storage;
using AgentFunctions.Hosting.Storage.Versions;
using Azure;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Principals;

/// <summary>
/// One partition a type with a row for every principal that anyone began to register: what lists go through. It holds
/// no fact; whether a principal is registered, only its own row says.
/// </summary>
internal sealed class PrincipalIndex(Tables tables)
{
    private readonly TableClient table = tables[TableNames.Principals];

    /// <summary>Called before a principal is registered, so that none is ever missing.</summary>
    public async Task EnsureAsync(PrincipalId principal, CancellationToken cancellationToken)
    {
        try
        {
            await table.AddEntityAsync(
                new TableEntity(PartitionOf(principal.Type), TableKey.Of(principal.Id)) { ["Id"] = principal.Id }, cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.Status == StatusCodes.Status409Conflict)
        {
            // The decision: it is there, which is all that is wanted.
            return;
        }
    }

    /// <summary>The registered principals of a type, each with its row as it is now.</summary>
    /// <param name="isListed">Says which of them the list is about.</param>
    /// <param name="print">Makes an item of one.</param>
    public async Task<DocumentAnswer> ListAsync(
        string type,
        string name,
        PageRequest page,
        Func<TableEntity, bool> isListed,
        Func<PrincipalId, TableEntity, AttributeValue> print,
        CancellationToken cancellationToken)
    {
        var partition = PartitionOf(type);
        var found = await table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {page.From.After}"), cancellationToken: cancellationToken)
            .Take(page.Limit + 1).ToListAsync(cancellationToken);
        var items = new List<AttributeValue>();
        foreach (var chunk in found.Take(page.Limit).Chunk(16))
        {
            var rows = await Task.WhenAll(chunk.Select(row => ReadAsync(new PrincipalId(type, row.GetString("Id")), cancellationToken)));
            items.AddRange(rows.Where(row => row.Head.Count > 0 && isListed(row.Head)).Select(row => print(row.Id, row.Head)));
        }

        var list = new AttributeValue.List(items);
        return DocumentAnswer.Ok(
            found.Count > page.Limit ? AttributeObject.Of((name, list), ("next", AttributeObject.Text(new PageToken(1, found[page.Limit - 1].RowKey).ToString()))) : AttributeObject.Of((name, list)),
            0);
    }

    private async Task<(PrincipalId Id, TableEntity Head)> ReadAsync(PrincipalId id, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            PrincipalTable.PartitionOf(id), PrincipalTable.HeadKey, cancellationToken: cancellationToken);
        return (id, found is { HasValue: true, Value: { } head } ? head : []);
    }

    // Three parts, where a principal's own partition has two: no type can be named so that they meet.
    private static string PartitionOf(string type) => TableKey.Of("principals", type, "index");
}
