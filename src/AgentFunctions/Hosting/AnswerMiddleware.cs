using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace AgentFunctions.Hosting;

/// <summary>
/// The outermost step: every answer has its request id and the headers that keep it out of caches, and every fault
/// inside, also one of writing the answer, ends as a problem. A fault is never an allow.
/// </summary>
internal sealed partial class AnswerMiddleware(TimeProvider clock, ILogger<AnswerMiddleware> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        http.Features.Set(RequestId.Of(http.Request, clock.GetUtcNow()));
        AddHeaders(http);
        try
        {
            await next(context);
            await AnswerAsync(context, http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The decision: nobody is left to hear an answer, and nothing went wrong here.
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception fault)
        {
            await AnswerAsync(fault, context, http);
        }
    }

    // The host would write the result only after this middleware, where nothing turns its faults into problems.
    private static async Task AnswerAsync(FunctionContext context, HttpContext http)
    {
        var invocation = context.GetInvocationResult();
        if (invocation.Value is IResult result)
        {
            await result.ExecuteAsync(http);
            invocation.Value = Results.Empty;
        }
    }

    private async Task AnswerAsync(Exception fault, FunctionContext context, HttpContext http)
    {
        var problem = Fault.Describe(fault);
        Log.Failed(logger, context.FunctionDefinition.Name, http.GetRequestId(), problem.Code, fault);
        if (http.Response.HasStarted)
        {
            // Half an answer must not look like a whole one.
            http.Abort();
            return;
        }

        http.Response.Clear();
        AddHeaders(http);
        await problem.ExecuteAsync(http);
        context.GetInvocationResult().Value = Results.Empty;
    }

    private static void AddHeaders(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers[RequestId.Header] = http.GetRequestId();
        headers[HeaderNames.XContentTypeOptions] = "nosniff";
        headers[HeaderNames.CacheControl] = "no-store";
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "function {Function} failed, request {RequestId}, answered {Code}")]
        public static partial void Failed(ILogger logger, string function, string requestId, ProblemCode code, Exception fault);
    }
}
