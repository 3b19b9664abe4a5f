using AgentFunctions.LocalRuntime.Functions;
using AgentFunctions.LocalRuntime.Invocations;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace AgentFunctions.LocalRuntime.Http;

/// <summary>A request's way through the middleware to the function, and what is answered when that fails.</summary>
internal sealed partial class FunctionInvoker(FunctionExecutionDelegate pipeline, TimeProvider clock, ILogger<FunctionInvoker> logger)
{
    /// <summary>What ConfigureFunctionsWebApplication adds: shows the request to what follows, and sends what that returns.</summary>
    public static async Task ShowAndAnswerAsync(FunctionContext context, FunctionExecutionDelegate next)
    {
        var local = (LocalFunctionContext)context;
        local.ShowHttpContext();
        await next(context);
        if (local is { HttpContext: { } http, Result: IResult answer })
        {
            await answer.ExecuteAsync(http);
        }
    }

    public async Task InvokeAsync(Function.Http function, HttpContext http)
    {
        var context = new LocalFunctionContext(function, clock.GetUtcNow()) { HttpContext = http };
        try
        {
            await pipeline(context);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            Log.CallerLeft(logger, context.FunctionDefinition.Name, context.InvocationId);
        }
        catch (BadHttpRequestException exception)
        {
            Log.BadRequest(logger, context.FunctionDefinition.Name, context.InvocationId, exception);
            Fail(http, exception.StatusCode);
        }
        catch (Exception exception)
        {
            Log.Failed(logger, context.FunctionDefinition.Name, context.InvocationId, exception);
            Fail(http, StatusCodes.Status500InternalServerError);
        }
    }

    private static void Fail(HttpContext http, int status)
    {
        if (http.Response.HasStarted)
        {
            // The caller must not take half an answer for a whole one.
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = status;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Function {Function} failed, invocation {InvocationId}")]
        public static partial void Failed(ILogger logger, string function, string invocationId, Exception exception);

        [LoggerMessage(2, LogLevel.Information, "Function {Function} was left by its caller, invocation {InvocationId}")]
        public static partial void CallerLeft(ILogger logger, string function, string invocationId);

        [LoggerMessage(3, LogLevel.Information, "Function {Function} could not read its request, invocation {InvocationId}")]
        public static partial void BadRequest(ILogger logger, string function, string invocationId, Exception exception);
    }
}
