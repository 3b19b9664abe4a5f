using System.Linq.Expressions;
using System.Reflection;
using AgentFunctions.LocalRuntime.Http;
using AgentFunctions.LocalRuntime.Invocations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace AgentFunctions.LocalRuntime.Functions;

/// <summary>How each parameter of one function gets its value.</summary>
internal sealed class ParameterBinder(string function, TriggerBindingAttribute trigger, ParameterExpression context)
{
    private readonly RoutePattern? route = trigger is HttpTriggerAttribute http ? RouteTemplate.Parse(function, prefix: string.Empty, http) : null;

    private string Takes => route is null
        ? "a timer function takes its trigger, `FunctionContext` and `CancellationToken`"
        : "an HTTP function takes its trigger, `FunctionContext`, `CancellationToken` and values of its route";

    public Expression Bind(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (parameter.GetCustomAttribute<TriggerBindingAttribute>() is not null)
        {
            return trigger switch
            {
                HttpTriggerAttribute when type == typeof(HttpRequest) =>
                    Expression.Property(Expression.Property(context, nameof(LocalFunctionContext.HttpContext)), nameof(HttpContext.Request)),
                TimerTriggerAttribute when type == typeof(TimerInfo) => Expression.Property(context, nameof(LocalFunctionContext.Timer)),
                HttpTriggerAttribute => throw Refused(parameter, "`[HttpTrigger]` goes on a parameter of type `HttpRequest`"),
                TimerTriggerAttribute => throw Refused(parameter, "`[TimerTrigger]` goes on a parameter of type `TimerInfo`"),
                _ => throw new StartRefusedException($"function `{function}` has a trigger that is not supported here: `{trigger.GetType().Name}`"),
            };
        }

        if (type == typeof(FunctionContext))
        {
            return Expression.Convert(context, typeof(FunctionContext));
        }

        if (type == typeof(CancellationToken))
        {
            return Expression.Property(context, nameof(FunctionContext.CancellationToken));
        }

        return route?.GetParameter(parameter.Name!) is { } routed // Named, as in all of C#.
            ? BindRouteValue(parameter, routed)
            : throw Refused(parameter, route is null ? Takes : $"`{route.RawText}` has no such value, and {Takes}");
    }

    private MethodCallExpression BindRouteValue(ParameterInfo parameter, RoutePatternParameterPart routed)
    {
        var type = parameter.ParameterType;
        var value = Nullable.GetUnderlyingType(type) ?? type;
        var constraint = value == typeof(string) ? null
            : value == typeof(Guid) ? "guid"
            : value == typeof(int) ? "int"
            : value == typeof(long) ? "long"
            : throw Refused(parameter, $"a route value is a `string`, `Guid`, `int` or `long`, and {Takes}");

        // The host answers 500 to a value that does not convert; with the constraint no such value reaches the function.
        if (constraint is not null && !routed.ParameterPolicies.Any(policy => string.Equals(policy.Content, constraint, StringComparison.Ordinal)))
        {
            throw Refused(parameter, $"the route must say `{{{routed.Name}:{constraint}}}`");
        }

        var mustHaveValue = type.IsValueType && value == type;
        if (routed.IsOptional && mustHaveValue && !parameter.HasDefaultValue)
        {
            throw Refused(parameter, "its route value is optional, so it must be nullable or have a default");
        }

        var nullable = value.IsValueType ? typeof(Nullable<>).MakeGenericType(value) : value;
        Expression missing = parameter is { HasDefaultValue: true, DefaultValue: not null }
            ? Expression.Convert(Expression.Constant(parameter.DefaultValue), nullable)
            : Expression.Default(nullable);
        var method = value == typeof(string) ? nameof(RouteValue.Text) : mustHaveValue ? nameof(RouteValue.Parsed) : nameof(RouteValue.ParsedOrNull);
        return Expression.Call(typeof(RouteValue), method, value == typeof(string) ? null : [value], context, Expression.Constant(routed.Name), missing);
    }

    private StartRefusedException Refused(ParameterInfo parameter, string reason) =>
        new($"function `{function}`, parameter `{parameter.Name}` of type `{TypeName.Of(parameter.ParameterType)}`: {reason}");
}
