using AgentFunctions.Domain.Directory;
using AgentFunctions.Hosting;
using AgentFunctions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.Directory;

internal sealed class PersonFunctions(PutPerson put, ReadPeople read)
{
    private const string One = "people/{id}";

    [Function("PutPerson")]
    [RequireRole(Role.PeopleWrite)]
    public async Task<IResult> Put(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var path = PersonContracts.ReadPath(id);
        return path is BodyOutcome<PersonId>.Accepted known ? await put.RunAsync(known.Value, request, cancellationToken) : Refusal.Of(path);
    }

    [Function("ReadPerson")]
    [RequireRole(Role.PeopleRead)]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var path = PersonContracts.ReadPath(id);
        return path is BodyOutcome<PersonId>.Accepted known ? await read.OneAsync(known.Value, cancellationToken) : Refusal.Of(path);
    }

    [Function("ListPeople")]
    [RequireRole(Role.PeopleRead)]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "people")] HttpRequest request, CancellationToken cancellationToken) =>
        read.PageAsync(request, cancellationToken);
}
