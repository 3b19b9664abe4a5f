namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>Code around every run of every function. One instance serves all runs.</summary>
public interface IFunctionsWorkerMiddleware
{
    /// <summary>Calls <paramref name="next"/> to go on; the function does not run when it does not.</summary>
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
