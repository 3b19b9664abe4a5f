using AgentFunctions.Domain.Directory;
using AgentFunctions.Hosting;
using AgentFunctions.Hosting.Storage;
using AgentFunctions.Ledger.Changes;
using AgentFunctions.Principals;
using AgentFunctions.Security;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Directory;

/// <summary>Says how a person stands: every decision after it goes by that.</summary>
internal sealed class PutPerson(ReadPut reader, Tables tables, ChangeAuthority authority, TimeProvider clock)
{
    private readonly TableClient table = tables[PersonTable.Table];

    public async Task<IResult> RunAsync(PersonId id, HttpRequest request, CancellationToken cancellationToken)
    {
        using var activity = GovernanceActivity.Source.StartActivity(nameof(PutPerson));
        var now = clock.GetUtcNow();
        var read = await reader.RunAsync(request, document => PersonContracts.Read(document, id, now), cancellationToken);
        return read is BodyOutcome<PutRequest<PersonDraft>>.Accepted { Value: var wanted }
            ? SavedAnswer.Of(await authority.RunAsync(request.HttpContext.GetCaller(), patience => PlanAsync(id, wanted, now, patience), cancellationToken))
            : Refusal.Of(read);
    }

    private async Task<PlannedChange<SavedRow>> PlanAsync(
        PersonId id, PutRequest<PersonDraft> wanted, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = await EditedRow.ReadAsync(table, PersonTable.PartitionOf(id), PersonTable.RowKey, cancellationToken);
        var present = row.Entity is { } entity ? PersonTable.Read(entity) : null;
        var next = wanted.Document.ApplyTo(present, id, now);
        var (before, after) = (PersonTable.StateOf(present), PersonTable.StateOf(next));
        return PlanDocument.Settle(before, after.Document, wanted.Precondition) ?? PlanDocument.Put(
            PersonTable.TargetOf(id),
            before,
            after,
            (entry, patience) => ApplyChange.SubmitAsync(table, row.Partition, [row.Write(PersonTable.Write(next))], entry, patience));
    }
}
