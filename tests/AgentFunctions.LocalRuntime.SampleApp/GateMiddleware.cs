using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace AgentFunctions.LocalRuntime.SampleApp;

/// <summary>Answers in both ways that middleware can, without calling the function.</summary>
internal sealed class GateMiddleware : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        switch (context.GetHttpContext()?.Request.Headers["X-Gate"].ToString())
        {
            case "write":
                var http = context.GetHttpContext()!; // Only a request has headers.
                http.Response.StatusCode = StatusCodes.Status401Unauthorized;
                await http.Response.WriteAsync("closed", context.CancellationToken);
                break;
            case "result":
                context.GetInvocationResult().Value = Results.Text("closed", statusCode: StatusCodes.Status403Forbidden);
                break;
            default:
                await next(context);
                break;
        }
    }
}
