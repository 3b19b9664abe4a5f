using AgentFunctions.Domain.Resources;
using AgentFunctions.Hosting;
using AgentFunctions.Hosting.Storage;
using AgentFunctions.Ledger.Changes;
using AgentFunctions.Principals;
using AgentFunctions.Security;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Resources;

/// <summary>Says how sensitive a resource is, and what conditions may know of it.</summary>
internal sealed class PutResource(ReadPut reader, Tables tables, ChangeAuthority authority)
{
    private readonly TableClient table = tables[ResourceTable.Table];

    public async Task<IResult> RunAsync(ResourceId id, HttpRequest request, CancellationToken cancellationToken)
    {
        using var activity = GovernanceActivity.Source.StartActivity(nameof(PutResource));
        var read = await reader.RunAsync(request, ResourceContracts.Read, cancellationToken);
        return read is BodyOutcome<PutRequest<ResourceDraft>>.Accepted { Value: var wanted }
            ? SavedAnswer.Of(await authority.RunAsync(request.HttpContext.GetCaller(), patience => PlanAsync(id, wanted, patience), cancellationToken))
            : Refusal.Of(read);
    }

    private async Task<PlannedChange<SavedRow>> PlanAsync(ResourceId id, PutRequest<ResourceDraft> wanted, CancellationToken cancellationToken)
    {
        var row = await EditedRow.ReadAsync(table, ResourceTable.PartitionOf(id), ResourceTable.RowKey, cancellationToken);
        var present = ResourceTable.StateOf(row.Entity is { } entity ? ResourceTable.Read(entity) : null);
        var resource = new Resource { Id = id, Sensitivity = wanted.Document.Sensitivity, Properties = wanted.Document.Properties };
        var next = new ResourceRow(resource, ResourceTable.NextVersion(row.Entity));
        var after = ResourceTable.StateOf(next);
        return PlanDocument.Settle(present, after.Document, wanted.Precondition) ?? PlanDocument.Put(
            ResourceTable.TargetOf(id),
            present,
            after,
            (entry, patience) => ApplyChange.SubmitAsync(table, row.Partition, [row.Write(ResourceTable.Write(next))], entry, patience));
    }
}
