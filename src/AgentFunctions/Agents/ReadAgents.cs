using AgentFunctions.Domain.Agents;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Hosting;
using AgentFunctions.Hosting.Storage.Versions;
using AgentFunctions.Principals;
using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Agents;

/// <summary>Reads what is registered of agents: one, or a page of all.</summary>
internal sealed class ReadAgents(EntitlementTargets targets, PrincipalIndex index)
{
    public async Task<IResult> OneAsync(AgentId id, CancellationToken cancellationToken)
    {
        var head = await targets.Rows.ReadHeadAsync(AgentTable.PartitionOf(id), cancellationToken);
        return AgentTable.Read(head.Columns) is { } row
            ? DocumentAnswer.Ok(AgentTable.StateOf(row).ToAnswer(), row.Version)
            : new Problem(ProblemCode.NotFound);
    }

    public async Task<IResult> PageAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var parsed = PageRequest.Parse(request);
        return parsed is BodyOutcome<PageRequest>.Accepted page
            ? await index.ListAsync(
                PrincipalId.AgentType,
                "agents",
                page.Value,
                AgentTable.IsAgent,
                (_, head) => AgentTable.StateOf(AgentTable.Read(head)!).ToAnswer(), // Not null: it is an agent's.
                cancellationToken)
            : Refusal.Of(parsed);
    }
}
