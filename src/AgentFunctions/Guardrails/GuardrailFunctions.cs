using AgentFunctions.Hosting;
using AgentFunctions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.Guardrails;

internal sealed class GuardrailFunctions(PutGuardrail put, DeleteGuardrail delete, ReadGuardrails read)
{
    private const string One = "guardrails/{id}";

    [Function("PutGuardrail")]
    [RequireRole(Role.PolicyWrite)]
    public async Task<IResult> Put(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var path = GuardrailPath.Parse(id);
        return path is BodyOutcome<string>.Accepted known ? await put.RunAsync(known.Value, request, cancellationToken) : Refusal.Of(path);
    }

    [Function("DeleteGuardrail")]
    [RequireRole(Role.PolicyWrite)]
    public async Task<IResult> Delete(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = One)] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var path = GuardrailPath.Parse(id);
        return path is BodyOutcome<string>.Accepted known ? await delete.RunAsync(known.Value, request, cancellationToken) : Refusal.Of(path);
    }

    [Function("ReadGuardrail")]
    [RequireRole(Role.PolicyRead)]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var path = GuardrailPath.Parse(id);
        return path is BodyOutcome<string>.Accepted known ? await read.OneAsync(known.Value, cancellationToken) : Refusal.Of(path);
    }

    [Function("ListGuardrails")]
    [RequireRole(Role.PolicyRead)]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "guardrails")] HttpRequest request, CancellationToken cancellationToken) =>
        read.PageAsync(request, cancellationToken);
}
