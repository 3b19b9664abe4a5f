using AgentFunctions.Hosting;
using AgentFunctions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.Tests.Hosting;

/// <summary>One function for each thing that can be declared, or forgotten.</summary>
internal sealed class ProbeFunctions(RequestBody body, ProbeGate gate)
{
    public static BodyLimits Limits { get; } = new(MaxBytes: 1000, Patience: TimeSpan.FromSeconds(2));

    [Function("ProbeUndeclared")]
    public IResult Undeclared([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "probe/undeclared")] HttpRequest request) => Who(request);

    [Function("ProbeTwice")]
    [Public]
    [RequireCaller]
    public IResult Twice([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "probe/twice")] HttpRequest request) => Who(request);

    [Function("ProbePublic")]
    [Public]
    public IResult Public([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "probe/public")] HttpRequest request) => Who(request);

    [Function("ProbeCaller")]
    [RequireCaller]
    public IResult Caller([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "probe/caller")] HttpRequest request) => Who(request);

    [Function("ProbeRole")]
    [RequireRole(Role.AgentsRead | Role.AuditRead)]
    public IResult Roles([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "probe/role")] HttpRequest request) => Who(request);

    [Function("ProbeAdministration")]
    [RequireRole(Role.PolicyWrite)]
    public IResult Administration([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "probe/administration")] HttpRequest request) => Who(request);

    [Function("ProbePath")]
    [Public]
    public IResult Path([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "probe/path/{id}")] HttpRequest request, string id) =>
        PathSegment.TryParse(id, out var parsed) ? Results.Text(parsed) : new Problem(ProblemCode.InvalidPath);

    [Function("ProbeBody")]
    [Public]
    public async Task<IResult> Body([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "probe/body")] HttpRequest request)
    {
        gate.Entered.TrySetResult();
        return await body.ReadAsync(request, ProbeJson.Strict.ProbeBody, Limits, request.HttpContext.RequestAborted) switch
        {
            BodyOutcome<ProbeBody>.Accepted accepted => Results.Json(accepted.Value, ProbeJson.Strict.ProbeBody),
            BodyOutcome<ProbeBody>.Refused refused => refused.Problem,
            _ => new Problem(ProblemCode.InternalError),
        };
    }

    [Function("ProbeFault")]
    [Public]
    public IResult Fault([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "probe/fault/{kind}")] HttpRequest request, string kind) =>
        throw FaultTests.Faults[kind];

    [Function("ProbeUnwritable")]
    [Public]
    public IResult Unwritable([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "probe/unwritable")] HttpRequest request) => new UnwritableResult();

    [Function("ProbeHalf")]
    [Public]
    public async Task<IResult> Half([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "probe/half")] HttpRequest request)
    {
        await request.HttpContext.Response.WriteAsync("half an ", request.HttpContext.RequestAborted);
        await request.HttpContext.Response.Body.FlushAsync(request.HttpContext.RequestAborted);
        throw new InvalidOperationException("secret");
    }

    [Function("ProbeWait")]
    [Public]
    public async Task<IResult> Wait([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "probe/wait")] HttpRequest request)
    {
        gate.Entered.SetResult();
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, request.HttpContext.RequestAborted);
        return Results.Empty;
    }

    private static IResult Who(HttpRequest request) => Results.Text(request.HttpContext.FindCaller()?.ClientId ?? "nobody");
}
