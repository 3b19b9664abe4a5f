using AgentFunctions.Domain.Agents;
using AgentFunctions.Hosting;
using AgentFunctions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.Agents;

// Not AgentFunctions: that is the namespace of everything.
internal sealed class AgentRegistryFunctions(PutAgent put, ReadAgents read, SwitchAgent toggle)
{
    private const string One = "agents/{id}";

    [Function("PutAgent")]
    [RequireRole(Role.AgentsWrite)]
    public async Task<IResult> Put(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var path = AgentContracts.ReadPath(id);
        return path is BodyOutcome<AgentId>.Accepted known ? await put.RunAsync(known.Value, request, cancellationToken) : Refusal.Of(path);
    }

    [Function("ReadAgent")]
    [RequireRole(Role.AgentsRead)]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var path = AgentContracts.ReadPath(id);
        return path is BodyOutcome<AgentId>.Accepted known ? await read.OneAsync(known.Value, cancellationToken) : Refusal.Of(path);
    }

    [Function("ListAgents")]
    [RequireRole(Role.AgentsRead)]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "agents")] HttpRequest request, CancellationToken cancellationToken) =>
        read.PageAsync(request, cancellationToken);

    [Function("SuspendAgent")]
    [RequireRole(Role.AgentsWrite)]
    public async Task<IResult> Suspend(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{One}/suspend")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var path = AgentContracts.ReadPath(id);
        return path is BodyOutcome<AgentId>.Accepted known
            ? await toggle.RunAsync(known.Value, AgentStatus.Suspended, request, cancellationToken)
            : Refusal.Of(path);
    }

    [Function("ResumeAgent")]
    [RequireRole(Role.AgentsWrite)]
    public async Task<IResult> Resume(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{One}/resume")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var path = AgentContracts.ReadPath(id);
        return path is BodyOutcome<AgentId>.Accepted known
            ? await toggle.RunAsync(known.Value, AgentStatus.Active, request, cancellationToken)
            : Refusal.Of(path);
    }
}
