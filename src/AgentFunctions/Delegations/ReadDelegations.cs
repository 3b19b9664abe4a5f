using AgentFunctions.Domain.Directory;
using AgentFunctions.Hosting;
using AgentFunctions.Hosting.Storage;
using AgentFunctions.Hosting.Storage.Versions;
using AgentFunctions.Security;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Delegations;

/// <summary>Reads what a person lent: to one agent, or a page of all.</summary>
internal sealed class ReadDelegations(DelegationAccess access, Tables tables)
{
    private readonly TableClient table = tables[DelegationTable.Table];

    public async Task<IResult> OneAsync(DelegationPath path, HttpRequest request, CancellationToken cancellationToken)
    {
        if (await access.RefuseReadAsync(request.HttpContext.GetCaller(), path.Delegator, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var row = await EditedRow.ReadAsync(
            table, DelegationTable.PartitionOf(path.Delegator), DelegationTable.RowKeyOf(path.Agent), cancellationToken);
        return row.Entity is { } entity && DelegationTable.StateOf(DelegationTable.Read(entity)) is { } delegation
            ? DocumentAnswer.Ok(delegation.ToAnswer(), delegation.Version)
            : new Problem(ProblemCode.NotFound);
    }

    public async Task<IResult> PageAsync(PersonId delegator, HttpRequest request, CancellationToken cancellationToken)
    {
        if (await access.RefuseReadAsync(request.HttpContext.GetCaller(), delegator, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var parsed = PageRequest.Parse(request);
        return parsed is BodyOutcome<PageRequest>.Accepted { Value: var page }
            ? await TablePage.ReadAsync(
                table,
                FilterOf(delegator, page.From.After),
                page,
                "delegations",
                row => row.RowKey,
                row => DelegationTable.StateOf(DelegationTable.Read(row))!.ToAnswer(), // Not null: the filter finds none that was withdrawn.
                cancellationToken)
            : Refusal.Of(parsed);
    }

    private static string FilterOf(PersonId delegator, string after)
    {
        var (from, to) = TableKey.Under(DelegationTable.Prefix);
        return TableClient.CreateQueryFilter(
            $"PartitionKey eq {DelegationTable.PartitionOf(delegator)} and RowKey gt {TablePage.Later(from, after)} and RowKey lt {to} and Deleted eq {false}");
    }
}
