using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace AgentFunctions.LocalRuntime.SampleApp;

internal sealed class InnerMiddleware : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        context.GetHttpContext()?.Response.Headers.Append("X-Order", "inner");
        await next(context);
        if (context.GetHttpContext()?.Request.Query.ContainsKey("replace") is true)
        {
            context.GetInvocationResult().Value = Results.Text("replaced");
        }
    }
}
