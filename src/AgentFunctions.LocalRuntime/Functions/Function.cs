using AgentFunctions.LocalRuntime.Invocations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace AgentFunctions.LocalRuntime.Functions;

/// <summary>A function found in the app, with its method compiled.</summary>
/// <param name="Method">Binds the parameters and calls the method.</param>
/// <param name="Activator">Makes the class from the run's services, anew for each run; null for static methods.</param>
internal abstract record Function(FunctionDefinition Definition, FunctionMethod Method, ObjectFactory? Activator)
{
    public ValueTask<object?> RunAsync(LocalFunctionContext context) => Method(Activator?.Invoke(context.InstanceServices, null), context);

    internal sealed record Http(FunctionDefinition Definition, FunctionMethod Method, ObjectFactory? Activator, HttpTriggerAttribute Trigger)
        : Function(Definition, Method, Activator);

    internal sealed record Timer(FunctionDefinition Definition, FunctionMethod Method, ObjectFactory? Activator, TimerTriggerAttribute Trigger)
        : Function(Definition, Method, Activator);
}
