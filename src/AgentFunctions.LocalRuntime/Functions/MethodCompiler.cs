using System.Linq.Expressions;
using System.Reflection;
using AgentFunctions.LocalRuntime.Invocations;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace AgentFunctions.LocalRuntime.Functions;

/// <summary>Compiles "bind the parameters, call, await" once per function, so that a run needs no reflection.</summary>
internal static class MethodCompiler
{
    public static FunctionMethod Compile(string function, MethodInfo method, TriggerBindingAttribute trigger)
    {
        var instance = Expression.Parameter(typeof(object), "instance");
        var context = Expression.Parameter(typeof(LocalFunctionContext), "context");
        var bind = new ParameterBinder(function, trigger, context);
        var call = Expression.Call(
            method.IsStatic ? null : Expression.Convert(instance, method.DeclaringType!), // Instance methods have a type.
            method,
            method.GetParameters().Select(bind.Bind));
        return Expression.Lambda<FunctionMethod>(Await(function, call, trigger), instance, context).Compile();
    }

    private static Expression Await(string function, MethodCallExpression call, TriggerBindingAttribute trigger)
    {
        var returned = call.Type;
        if (trigger is TimerTriggerAttribute && returned == typeof(void))
        {
            return Expression.Block(call, Expression.Default(typeof(ValueTask<object?>)));
        }

        if (trigger is TimerTriggerAttribute && returned == typeof(Task))
        {
            return Expression.Call(typeof(Awaiting), nameof(Awaiting.Nothing), null, call);
        }

        if (trigger is HttpTriggerAttribute && returned.IsAssignableTo(typeof(IResult)))
        {
            return Expression.Call(typeof(Awaiting), nameof(Awaiting.Value), null, Expression.Convert(call, typeof(object)));
        }

        if (trigger is HttpTriggerAttribute
            && returned.IsGenericType
            && returned.GetGenericTypeDefinition() == typeof(Task<>)
            && returned.GetGenericArguments()[0] is var result
            && result.IsAssignableTo(typeof(IResult)))
        {
            return Expression.Call(typeof(Awaiting), nameof(Awaiting.Result), [result], call);
        }

        throw new StartRefusedException(trigger is HttpTriggerAttribute
            ? $"function `{function}` returns `{TypeName.Of(returned)}`; an HTTP function returns `IResult`, a type of `Results<..>` or a `Task` of one"
            : $"function `{function}` returns `{TypeName.Of(returned)}`; a timer function returns nothing or `Task`");
    }
}
