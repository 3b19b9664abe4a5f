using System.Collections.Immutable;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.LocalRuntime.Invocations;

internal sealed class LocalBindingContext(RouteValueDictionary? routeValues) : BindingContext
{
    public override IReadOnlyDictionary<string, object?> BindingData { get; } =
        routeValues ?? (IReadOnlyDictionary<string, object?>)ImmutableDictionary<string, object?>.Empty;
}
