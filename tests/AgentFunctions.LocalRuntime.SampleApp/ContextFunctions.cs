using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace AgentFunctions.LocalRuntime.SampleApp;

internal sealed class ContextFunctions(Visit visit)
{
    [Function(nameof(Order))]
    public static IResult Order([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "order")] HttpRequest request, FunctionContext context) =>
        Results.Text($"{context.Items["before"]}|{ReferenceEquals(context.GetHttpContext(), request.HttpContext)}");

    [Function(nameof(Scope))]
    public IResult Scope([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "scope")] HttpRequest request, FunctionContext context)
    {
        var fromContext = context.InstanceServices.GetRequiredService<Visit>();
        var fromRequest = request.HttpContext.RequestServices.GetRequiredService<Visit>();
        return Results.Text($"{visit.Number}|{fromContext.Number}|{fromRequest.Number}");
    }

    [Function(nameof(Describe))]
    public static Ok<Described> Describe(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "describe/{word}")] HttpRequest request,
        FunctionContext context) => TypedResults.Ok(new Described(
            context.FunctionDefinition.Name,
            context.FunctionDefinition.EntryPoint,
            context.FunctionId == context.FunctionDefinition.Id,
            Guid.TryParse(context.InvocationId, out _),
            context.BindingContext.BindingData["word"] as string ?? request.Path,
            context.TraceContext.TraceParent,
            context.RetryContext.MaxRetryCount));
}
