using AgentFunctions.Domain.Principals;
using AgentFunctions.Domain.Resources;
using AgentFunctions.Hosting;
using AgentFunctions.Hosting.Storage;
using AgentFunctions.Hosting.Storage.Versions;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Resources;

/// <summary>Reads what is registered of resources: one, or a page of all or of those of a type.</summary>
internal sealed class ReadResources(Tables tables)
{
    private readonly TableClient table = tables[ResourceTable.Table];

    public async Task<IResult> OneAsync(ResourceId id, CancellationToken cancellationToken)
    {
        var row = await EditedRow.ReadAsync(table, ResourceTable.PartitionOf(id), ResourceTable.RowKey, cancellationToken);
        return row.Entity is { } entity && ResourceTable.StateOf(ResourceTable.Read(entity)) is { } resource
            ? DocumentAnswer.Ok(resource.ToAnswer(), resource.Version)
            : new Problem(ProblemCode.NotFound);
    }

    public async Task<IResult> PageAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var type = request.Query.TryGetValue("type", out var types) ? types.ToString() : null;
        if (type is not null && !Name.IsValid(type, Name.MaxTypeLength))
        {
            return new Problem(ProblemCode.InvalidRequest, $"`type` must be printable text of 1 to {Name.MaxTypeLength} characters");
        }

        var parsed = PageRequest.Parse(request);
        return parsed is BodyOutcome<PageRequest>.Accepted { Value: var page }
            ? await TablePage.ReadAsync(
                table,
                FilterOf(type, page.From.After),
                page,
                "resources",
                row => row.PartitionKey,
                row => ResourceTable.StateOf(ResourceTable.Read(row))!.ToAnswer(), // Not null: the filter finds none that was deleted.
                cancellationToken)
            : Refusal.Of(parsed);
    }

    private static string FilterOf(string? type, string after)
    {
        if (type is null)
        {
            return TableClient.CreateQueryFilter($"RowKey eq {ResourceTable.RowKey} and Deleted eq {false} and PartitionKey gt {after}");
        }

        var (from, to) = TableKey.Under(type);
        return TableClient.CreateQueryFilter(
            $"RowKey eq {ResourceTable.RowKey} and Deleted eq {false} and PartitionKey gt {TablePage.Later(from, after)} and PartitionKey lt {to}");
    }
}
