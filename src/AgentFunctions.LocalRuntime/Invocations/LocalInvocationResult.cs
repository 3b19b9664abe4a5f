using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.LocalRuntime.Invocations;

internal sealed class LocalInvocationResult(LocalFunctionContext context) : InvocationResult
{
    public override object? Value
    {
        get => context.Result;
        set => context.Result = value;
    }
}
