using AgentFunctions.Domain.Resources;
using AgentFunctions.Hosting;
using AgentFunctions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.Resources;

internal sealed class ResourceFunctions(PutResource put, DeleteResource delete, ReadResources read)
{
    private const string One = "resources/{type}/{id}";

    [Function("PutResource")]
    [RequireRole(Role.PolicyWrite)]
    public async Task<IResult> Put(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request, string type, string id, CancellationToken cancellationToken)
    {
        var path = ResourceContracts.ReadPath(type, id);
        return path is BodyOutcome<ResourceId>.Accepted known ? await put.RunAsync(known.Value, request, cancellationToken) : Refusal.Of(path);
    }

    [Function("ReadResource")]
    [RequireRole(Role.PolicyRead)]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request, string type, string id, CancellationToken cancellationToken)
    {
        var path = ResourceContracts.ReadPath(type, id);
        return path is BodyOutcome<ResourceId>.Accepted known ? await read.OneAsync(known.Value, cancellationToken) : Refusal.Of(path);
    }

    [Function("DeleteResource")]
    [RequireRole(Role.PolicyWrite)]
    public async Task<IResult> Delete(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = One)] HttpRequest request, string type, string id, CancellationToken cancellationToken)
    {
        var path = ResourceContracts.ReadPath(type, id);
        return path is BodyOutcome<ResourceId>.Accepted known ? await delete.RunAsync(known.Value, request, cancellationToken) : Refusal.Of(path);
    }

    [Function("ListResources")]
    [RequireRole(Role.PolicyRead)]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "resources")] HttpRequest request, CancellationToken cancellationToken) =>
        read.PageAsync(request, cancellationToken);
}
