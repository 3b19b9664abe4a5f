using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.LocalRuntime.Http;

internal static class RouteTemplate
{
    /// <summary>The template under the route prefix (empty: at the root); the function's name where the trigger names no route.</summary>
    public static RoutePattern Parse(string function, string prefix, HttpTriggerAttribute trigger)
    {
        var route = trigger.Route ?? function;
        try
        {
            return RoutePatternFactory.Parse(prefix.Length == 0 ? route : $"{prefix}/{route}");
        }
        catch (RoutePatternException exception)
        {
            throw new StartRefusedException($"function `{function}`: route `{route}` is not a route template: {exception.Message}");
        }
    }
}
