using AgentFunctions.Domain.Principals;
using AgentFunctions.Hosting;
using AgentFunctions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.Principals;

internal sealed class EntitlementFunctions(PutEntitlement put, DeleteEntitlement delete, ReadEntitlements read)
{
    private const string One = "principals/{type}/{id}/entitlements/{entitlementId}";
    private const string All = "principals/{type}/{id}/entitlements";

    [Function("PutEntitlement")]
    [RequireRole(Role.PolicyWrite)]
    public async Task<IResult> Put(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request, string type, string id, string entitlementId, CancellationToken cancellationToken)
    {
        var path = EntitlementPath.Parse(type, id, entitlementId);
        return path is BodyOutcome<EntitlementPath>.Accepted known
            ? await put.RunAsync(known.Value, request, cancellationToken)
            : Refusal.Of(path);
    }

    [Function("DeleteEntitlement")]
    [RequireRole(Role.PolicyWrite)]
    public async Task<IResult> Delete(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = One)] HttpRequest request, string type, string id, string entitlementId, CancellationToken cancellationToken)
    {
        var path = EntitlementPath.Parse(type, id, entitlementId);
        return path is BodyOutcome<EntitlementPath>.Accepted known
            ? await delete.RunAsync(known.Value, request, cancellationToken)
            : Refusal.Of(path);
    }

    [Function("ReadEntitlement")]
    [RequireRole(Role.PolicyRead)]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request, string type, string id, string entitlementId, CancellationToken cancellationToken)
    {
        var path = EntitlementPath.Parse(type, id, entitlementId);
        return path is BodyOutcome<EntitlementPath>.Accepted known
            ? await read.OneAsync(known.Value, cancellationToken)
            : Refusal.Of(path);
    }

    [Function("ListEntitlements")]
    [RequireRole(Role.PolicyRead)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = All)] HttpRequest request, string type, string id, CancellationToken cancellationToken)
    {
        var path = PrincipalPath.Parse(type, id);
        return path is BodyOutcome<PrincipalId>.Accepted known
            ? await read.PageAsync(known.Value, request, cancellationToken)
            : Refusal.Of(path);
    }
}
