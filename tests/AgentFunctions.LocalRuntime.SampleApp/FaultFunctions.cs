using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.LocalRuntime.SampleApp;

public static class FaultFunctions
{
    private static readonly TaskCompletionSource Waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private static readonly TaskCompletionSource Cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when a request is in <see cref="Wait"/>.</summary>
    public static Task IsWaiting => Waiting.Task;

    /// <summary>Completes when that request's token is cancelled.</summary>
    public static Task WasCancelled => Cancelled.Task;

    [Function(nameof(Throw))]
    public static IResult Throw([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "throw")] HttpRequest request)
    {
        request.HttpContext.Response.Headers["X-Secret"] = "secret header";
        throw new InvalidOperationException("secret message");
    }

    [Function(nameof(ThrowLate))]
    public static async Task<IResult> ThrowLate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "throw-late")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        await request.HttpContext.Response.WriteAsync("half of ", cancellationToken);
        await request.HttpContext.Response.Body.FlushAsync(cancellationToken);
        throw new InvalidOperationException("secret message");
    }

    [Function(nameof(Wait))]
    public static async Task<IResult> Wait(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "wait")] HttpRequest request,
        FunctionContext context,
        CancellationToken cancellationToken)
    {
        using var registration = context.CancellationToken.Register(Cancelled.SetResult);
        Waiting.SetResult();
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        return Results.Text(request.Path);
    }
}
