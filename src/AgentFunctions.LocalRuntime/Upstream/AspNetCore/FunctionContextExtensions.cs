using AgentFunctions.LocalRuntime.Invocations;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker;

public static class FunctionContextExtensions
{
    /// <summary>
    /// The request that runs the function; null in a timer's run, and in middleware added before `ConfigureFunctionsWebApplication`.
    /// </summary>
    public static HttpContext? GetHttpContext(this FunctionContext context) => context is LocalFunctionContext { HasItems: false } local
        ? local.ShownHttpContext
        : context.Items.TryGetValue(LocalFunctionContext.HttpContextKey, out var item) ? item as HttpContext : null;
}
