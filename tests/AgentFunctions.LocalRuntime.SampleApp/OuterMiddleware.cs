using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace AgentFunctions.LocalRuntime.SampleApp;

internal sealed class OuterMiddleware : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http)
        {
            http.Response.Headers["X-Outer"] = context.FunctionDefinition.Name;
            http.Response.Headers.Append("X-Order", "outer");
        }

        await next(context);
    }
}
