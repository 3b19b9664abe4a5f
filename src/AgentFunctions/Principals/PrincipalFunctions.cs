using AgentFunctions.Domain.Principals;
using AgentFunctions.Hosting;
using AgentFunctions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.Principals;

internal sealed class PrincipalFunctions(PutPrincipal put, ReadPrincipals read, ImportPrincipal import)
{
    private const string One = "principals/{type}/{id}";

    [Function("PutPrincipal")]
    [RequireRole(Role.PolicyWrite)]
    public async Task<IResult> Put(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request, string type, string id, CancellationToken cancellationToken)
    {
        var path = PrincipalPath.Parse(type, id);
        return path is BodyOutcome<PrincipalId>.Accepted known
            ? await put.RunAsync(known.Value, request, cancellationToken)
            : Refusal.Of(path);
    }

    [Function("ReadPrincipal")]
    [RequireRole(Role.PolicyRead)]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request, string type, string id, CancellationToken cancellationToken)
    {
        var path = PrincipalPath.Parse(type, id);
        return path is BodyOutcome<PrincipalId>.Accepted known
            ? await read.OneAsync(known.Value, cancellationToken)
            : Refusal.Of(path);
    }

    [Function("ListPrincipals")]
    [RequireRole(Role.PolicyRead)]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "principals")] HttpRequest request, CancellationToken cancellationToken) =>
        read.PageAsync(request, cancellationToken);

    /// <summary>Its whole set of entitlements at once: see docs/wire.md for the lines.</summary>
    [Function("ImportPrincipal")]
    [RequireRole(Role.PolicyWrite)]
    public async Task<IResult> Import(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "imports/{type}/{id}")] HttpRequest request, string type, string id, CancellationToken cancellationToken)
    {
        var path = PrincipalPath.Parse(type, id);
        return path is BodyOutcome<PrincipalId>.Accepted known
            ? await import.RunAsync(known.Value, request, cancellationToken)
            : Refusal.Of(path);
    }
}
