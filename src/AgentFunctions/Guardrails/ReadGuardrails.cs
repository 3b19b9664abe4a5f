using AgentFunctions.Domain.Principals;
using AgentFunctions.Hosting;
using AgentFunctions.Hosting.Storage.Versions;
using AgentFunctions.Principals;
using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Guardrails;

/// <summary>Reads guardrails as they are now: one, or a page of all.</summary>
internal sealed class ReadGuardrails(GuardrailTargets targets)
{
    public async Task<IResult> OneAsync(string guardrailId, CancellationToken cancellationToken)
    {
        var head = await targets.Rows.ReadHeadAsync(TenantTable.Partition, cancellationToken);
        var found = head.Version == 0 ? [] : await targets.Rows.FindAsync(head.Partition, head.Version, guardrailId, cancellationToken);
        return found.Count == 0
            ? new Problem(ProblemCode.NotFound)
            : DocumentAnswer.Ok(EntitlementJson.Print(EntitlementRows.Read(found[0])), found[0].ValidFrom);
    }

    public async Task<IResult> PageAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var parsed = PageRequest.Parse(request);
        if (parsed is not BodyOutcome<PageRequest>.Accepted { Value: var asked })
        {
            return Refusal.Of(parsed);
        }

        var head = await targets.Rows.ReadHeadAsync(TenantTable.Partition, cancellationToken);
        return DocumentAnswer.Ok(EntitlementContracts.Print("guardrails", await RowPage.ReadAsync(targets.Rows, head, asked, cancellationToken)), 0);
    }
}
