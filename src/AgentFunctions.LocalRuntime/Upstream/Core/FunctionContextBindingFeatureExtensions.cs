using AgentFunctions.LocalRuntime.Invocations;

namespace Microsoft.Azure.Functions.Worker;

public static class FunctionContextBindingFeatureExtensions
{
    /// <summary>
    /// The result of this run. Middleware that sets an `IResult` here and does not call `next` has answered the request.
    /// </summary>
    public static InvocationResult GetInvocationResult(this FunctionContext context) =>
        new LocalInvocationResult((LocalFunctionContext)context);
}
