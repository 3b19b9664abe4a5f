using AgentFunctions.Domain.Principals;
using AgentFunctions.Hosting;
using AgentFunctions.Hosting.Storage.Versions;
using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Principals;

/// <summary>Reads what is registered of principals: one, or a page of those of a type.</summary>
internal sealed class ReadPrincipals(EntitlementTargets targets, PrincipalIndex index)
{
    public async Task<IResult> OneAsync(PrincipalId principal, CancellationToken cancellationToken)
    {
        var head = await targets.Rows.ReadHeadAsync(PrincipalTable.PartitionOf(principal), cancellationToken);
        var row = PrincipalRow.Read(head.Columns);
        return row.IsRegistered
            ? DocumentAnswer.Ok(PrincipalContracts.Print(principal, row.Properties, row.EntitlementsVersion), row.PropertiesVersion)
            : new Problem(ProblemCode.NotFound);
    }

    public async Task<IResult> PageAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var type = request.Query["type"].ToString();
        if (!Name.IsValid(type, Name.MaxTypeLength))
        {
            return new Problem(ProblemCode.InvalidRequest, $"`type` must be given, as printable text of 1 to {Name.MaxTypeLength} characters");
        }

        var parsed = PageRequest.Parse(request);
        return parsed is BodyOutcome<PageRequest>.Accepted page
            ? await index.ListAsync(
                type,
                "principals",
                page.Value,
                head => PrincipalRow.Read(head).IsRegistered,
                (id, head) => PrincipalContracts.Print(id, PrincipalRow.Read(head).Properties, PrincipalRow.Read(head).EntitlementsVersion),
                cancellationToken)
            : Refusal.Of(parsed);
    }
}
