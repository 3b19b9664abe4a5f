using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.Security;

/// <summary>Reads what functions ask of their callers from the attributes of their methods, once a function.</summary>
internal sealed class FunctionAccess
{
    private readonly ConcurrentDictionary<string, AccessRequirement> known = new(StringComparer.Ordinal);

    public AccessRequirement Of(FunctionDefinition function) =>
        known.TryGetValue(function.Id, out var requirement) ? requirement : known.GetOrAdd(function.Id, Of(Method(function)));

    /// <param name="method">Null, a method that cannot be found, counts as undeclared.</param>
    public static AccessRequirement Of(MethodInfo? method)
    {
        if (method is null)
        {
            return new AccessRequirement.Undeclared();
        }

        if (!HasHttpTrigger(method))
        {
            return new AccessRequirement.NotHttp();
        }

        AccessRequirement[] declared =
        [
            .. method.GetCustomAttributes<RequireRoleAttribute>().Select(role => new AccessRequirement.AnyRole(role.Roles)),
            .. method.GetCustomAttributes<RequireCallerAttribute>().Select(_ => new AccessRequirement.AnyCaller()),
            .. method.GetCustomAttributes<PublicAttribute>().Select(_ => new AccessRequirement.Public()),
        ];
        return declared is [{ } only] and not [AccessRequirement.AnyRole { Roles: Role.None }] ? only : new AccessRequirement.Undeclared();
    }

    private static bool HasHttpTrigger(MethodInfo method) =>
        method.GetParameters().Any(parameter => parameter.IsDefined(typeof(HttpTriggerAttribute)));

    // The worker finds it in the same way: `Namespace.Type.Method` in the assembly at that path.
    private static MethodInfo? Method(FunctionDefinition function)
    {
        var dot = function.EntryPoint.LastIndexOf('.');
        return dot < 0
            ? null
            : Assembly.LoadFrom(function.PathToAssembly).GetType(function.EntryPoint[..dot])?.GetMethod(function.EntryPoint[(dot + 1)..]);
    }
}
