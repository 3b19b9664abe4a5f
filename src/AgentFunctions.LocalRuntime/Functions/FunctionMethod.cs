using AgentFunctions.LocalRuntime.Invocations;

namespace AgentFunctions.LocalRuntime.Functions;

/// <summary>Calls a function's method with its parameters bound; <paramref name="instance"/> is null for static methods.</summary>
internal delegate ValueTask<object?> FunctionMethod(object? instance, LocalFunctionContext context);
