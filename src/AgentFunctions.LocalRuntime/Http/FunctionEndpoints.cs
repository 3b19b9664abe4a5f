using AgentFunctions.LocalRuntime.Functions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace AgentFunctions.LocalRuntime.Http;

/// <summary>The HTTP functions as endpoints; refuses those that the Functions host could not tell apart or would not reach.</summary>
internal sealed class FunctionEndpoints : EndpointDataSource
{
    private static readonly RoutePattern[] HostsOwn = [RoutePatternFactory.Parse("admin/{**rest}"), RoutePatternFactory.Parse("runtime/{**rest}")];

    private readonly ParameterPolicyFactory policies;
    private readonly RouteOverlap overlap;

    public FunctionEndpoints(IReadOnlyList<Function> functions, HostJson hostJson, FunctionInvoker invoker, ParameterPolicyFactory policies)
    {
        this.policies = policies;
        overlap = new RouteOverlap(policies);
        var routed = new List<(Function.Http Function, RoutePattern Pattern)>();
        foreach (var function in functions.OfType<Function.Http>())
        {
            var pattern = RouteTemplate.Parse(function.Definition.Name, hostJson.RoutePrefix, function.Trigger);
            RefuseUnknownConstraint(function, pattern);
            RefuseHostsOwn(function, pattern);
            RefuseConflict(function, pattern, routed);
            routed.Add((function, pattern));
        }

        Endpoints = [.. routed.Select(route => Endpoint(route.Function, route.Pattern, invoker))];
    }

    public override IReadOnlyList<Endpoint> Endpoints { get; }

    public override IChangeToken GetChangeToken() => NullChangeToken.Singleton;

    private static Endpoint Endpoint(Function.Http function, RoutePattern pattern, FunctionInvoker invoker)
    {
        var endpoint = new RouteEndpointBuilder(http => invoker.InvokeAsync(function, http), pattern, order: 0)
        {
            DisplayName = function.Definition.Name,
        };
        endpoint.Metadata.Add(function);
        if (function.Trigger.Methods is { Length: > 0 } methods)
        {
            endpoint.Metadata.Add(new HttpMethodMetadata(methods));
        }

        return endpoint.Build();
    }

    private void RefuseUnknownConstraint(Function function, RoutePattern pattern)
    {
        foreach (var parameter in pattern.Parameters)
        {
            foreach (var policy in parameter.ParameterPolicies)
            {
                try
                {
                    policies.Create(parameter, policy);
                }
                catch (InvalidOperationException)
                {
                    throw new StartRefusedException($"function `{function.Definition.Name}`: route `{pattern.RawText}` has an unknown constraint `{policy.Content}`");
                }
            }
        }
    }

    private void RefuseHostsOwn(Function function, RoutePattern pattern)
    {
        if (HostsOwn.FirstOrDefault(host => overlap.Exists(host, pattern)) is { } host)
        {
            throw new StartRefusedException(
                $"function `{function.Definition.Name}`: route `{pattern.RawText}` could match paths under `/{host.RawText![..host.RawText!.IndexOf('/', StringComparison.Ordinal)]}`, which the Functions host keeps for itself"); // Parsed from text.
        }
    }

    private void RefuseConflict(Function.Http function, RoutePattern pattern, List<(Function.Http Function, RoutePattern Pattern)> earlier)
    {
        foreach (var (other, otherPattern) in earlier)
        {
            if (SharesMethod(function.Trigger.Methods ?? [], other.Trigger.Methods ?? []) && overlap.Exists(pattern, otherPattern))
            {
                throw new StartRefusedException(
                    $"functions `{other.Definition.Name}` and `{function.Definition.Name}`: routes `{otherPattern.RawText}` and `{pattern.RawText}` could match the same path and method, and the Functions host promises no order between them");
            }
        }
    }

    private static bool SharesMethod(string[] one, string[] other) =>
        one.Length == 0 || other.Length == 0 || one.Intersect(other, StringComparer.OrdinalIgnoreCase).Any();
}
