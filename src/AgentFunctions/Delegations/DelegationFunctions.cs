using AgentFunctions.Directory;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Hosting;
using AgentFunctions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.Delegations;

/// <summary>For everyone who is known: what each may do here, <see cref="DelegationAccess"/> says.</summary>
internal sealed class DelegationFunctions(PutDelegation put, DeleteDelegation delete, ReadDelegations read)
{
    private const string All = "delegations/{personId}";
    private const string One = $"{All}/{{agentId}}";

    [Function("PutDelegation")]
    [RequireCaller]
    public async Task<IResult> Put(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request, string personId, string agentId, CancellationToken cancellationToken)
    {
        var path = DelegationContracts.ReadPath(personId, agentId);
        return path is BodyOutcome<DelegationPath>.Accepted known ? await put.RunAsync(known.Value, request, cancellationToken) : Refusal.Of(path);
    }

    [Function("DeleteDelegation")]
    [RequireCaller]
    public async Task<IResult> Delete(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = One)] HttpRequest request, string personId, string agentId, CancellationToken cancellationToken)
    {
        var path = DelegationContracts.ReadPath(personId, agentId);
        return path is BodyOutcome<DelegationPath>.Accepted known ? await delete.RunAsync(known.Value, request, cancellationToken) : Refusal.Of(path);
    }

    [Function("ReadDelegation")]
    [RequireCaller]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request, string personId, string agentId, CancellationToken cancellationToken)
    {
        var path = DelegationContracts.ReadPath(personId, agentId);
        return path is BodyOutcome<DelegationPath>.Accepted known ? await read.OneAsync(known.Value, request, cancellationToken) : Refusal.Of(path);
    }

    [Function("ListDelegations")]
    [RequireCaller]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = All)] HttpRequest request, string personId, CancellationToken cancellationToken)
    {
        var path = PersonContracts.ReadPath(personId);
        return path is BodyOutcome<PersonId>.Accepted known ? await read.PageAsync(known.Value, request, cancellationToken) : Refusal.Of(path);
    }
}
