using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Hosting;
using AgentFunctions.Hosting.Storage.Versions;
using AgentFunctions.Ledger.Changes;
using AgentFunctions.Security;
using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Principals;

/// <summary>Registers a principal of any type, or changes its properties: what conditions read, and what wins over what a request claims.</summary>
internal sealed class PutPrincipal(ReadPut reader, EntitlementTargets targets, FreeHead free, PrincipalIndex index, ChangeAuthority authority)
{
    public async Task<IResult> RunAsync(PrincipalId principal, HttpRequest request, CancellationToken cancellationToken)
    {
        using var activity = GovernanceActivity.Source.StartActivity(nameof(PutPrincipal));
        var read = await reader.RunAsync(request, document => PrincipalContracts.Read(principal, document), cancellationToken);
        if (read is not BodyOutcome<PutRequest<AttributeMap>>.Accepted { Value: var wanted })
        {
            return Refusal.Of(read);
        }

        var caller = request.HttpContext.GetCaller();
        return SavedAnswer.Of(await authority.RunAsync(caller, patience => PlanAsync(principal, wanted, caller, patience), cancellationToken));
    }

    private async Task<PlannedChange<SavedRow>> PlanAsync(
        PrincipalId principal, PutRequest<AttributeMap> wanted, Caller caller, CancellationToken cancellationToken)
    {
        var head = await free.ReadAsync(targets.Rows, PrincipalTable.PartitionOf(principal), cancellationToken);
        var row = PrincipalRow.Read(head.Columns);
        var isSame = row.PropertiesVersion > 0 && Print(wanted.Document) == Print(row.Properties);
        if ((head.Stage.IsUnderWay ? new Problem(ProblemCode.ImportUnderWay) : wanted.Precondition.RefusePut(row.PropertiesVersion, isSame)) is { } refusal)
        {
            return new PlannedChange<SavedRow>.Refused(refusal);
        }

        var document = PrincipalContracts.Print(principal, wanted.Document, row.EntitlementsVersion);
        if (isSame)
        {
            return new PlannedChange<SavedRow>.Unchanged(new SavedRow(document, row.PropertiesVersion, IsNew: false));
        }

        if (SecondPerson.AnswersFor(caller, principal, row))
        {
            return new PlannedChange<SavedRow>.Refused(SecondPerson.Required);
        }

        await index.EnsureAsync(principal, cancellationToken);
        return Ready(principal, head, row, wanted.Document, document);
    }

    private PlannedChange<SavedRow>.Ready Ready(
        PrincipalId principal, VersionHead head, PrincipalRow row, AttributeMap properties, AttributeValue document)
    {
        var isNew = row.PropertiesVersion == 0;
        var version = row.PropertiesVersion + 1;
        var change = new Change
        {
            Target = PrincipalTable.TargetOf(principal),
            Operation = isNew ? ChangeOperation.Create : ChangeOperation.Replace,
            Before = isNew ? ChangedState.Nothing : new ChangedState.Document(row.Properties),
            After = new ChangedState.Document(properties),
            Version = version,
        };
        var write = HeadWrite.Merge(head, PrincipalTable.Entitlements, PrincipalTable.ColumnsOf(properties, version));
        return new(
            change,
            new SavedRow(document, version, isNew),
            (entry, cancellationToken) => ApplyChange.SubmitAsync(targets.Rows.Table, head.Partition, [write], entry, cancellationToken));
    }

    private static string Print(AttributeMap properties) => CanonicalJson.ToText(new AttributeValue.Map(properties));
}
