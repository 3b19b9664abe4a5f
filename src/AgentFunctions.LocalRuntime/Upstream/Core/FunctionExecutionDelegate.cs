namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>The rest of a run: the middleware that follows, then the function.</summary>
public delegate Task FunctionExecutionDelegate(FunctionContext context);
