using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace AgentFunctions.LocalRuntime.Invocations;

/// <summary>The app's middleware in the order of its addition, then the function.</summary>
internal sealed class FunctionPipeline
{
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware = [];

    public void Add(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> next) => middleware.Add(next);

    public FunctionExecutionDelegate Build()
    {
        FunctionExecutionDelegate pipeline = RunFunctionAsync;
        for (var last = middleware.Count - 1; last >= 0; last--)
        {
            pipeline = middleware[last](pipeline);
        }

        return pipeline;
    }

    private static Task RunFunctionAsync(FunctionContext context)
    {
        var local = (LocalFunctionContext)context;
        var run = local.Function.RunAsync(local);
        if (run.IsCompletedSuccessfully)
        {
            local.Result = run.Result;
            return Task.CompletedTask;
        }

        return KeepResultAsync(local, run);
    }

    private static async Task KeepResultAsync(LocalFunctionContext context, ValueTask<object?> run) => context.Result = await run;
}
