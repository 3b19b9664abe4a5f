using AgentFunctions.Domain.Guardrails;
using AgentFunctions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.Guardrails;

internal sealed class TenantFunctions(PutTenant put, ReadTenant read, SwitchTenant toggle)
{
    [Function("PutTenant")]
    [RequireRole(Role.TenantWrite)]
    public Task<IResult> Put(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "tenant")] HttpRequest request, CancellationToken cancellationToken) =>
        put.RunAsync(request, cancellationToken);

    [Function("ReadTenant")]
    [RequireRole(Role.TenantRead)]
    public Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "tenant")] HttpRequest request, CancellationToken cancellationToken) =>
        read.RunAsync(cancellationToken);

    [Function("SuspendTenant")]
    [RequireRole(Role.TenantWrite)]
    public Task<IResult> Suspend(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "tenant/suspend")] HttpRequest request, CancellationToken cancellationToken) =>
        toggle.RunAsync(TenantSwitch.Suspended, request, cancellationToken);

    [Function("ResumeTenant")]
    [RequireRole(Role.TenantWrite)]
    public Task<IResult> Resume(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "tenant/resume")] HttpRequest request, CancellationToken cancellationToken) =>
        toggle.RunAsync(TenantSwitch.Active, request, cancellationToken);
}
