using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.DependencyInjection;

namespace AgentFunctions.LocalRuntime.Functions;

/// <summary>The functions of an app. What could not run as written is refused here, by name, before anything is served.</summary>
internal static partial class FunctionCatalog
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<Function> Discover(IEnumerable<Type> types)
    {
        var functions = types
            .SelectMany(type => type.GetMethods(Declared))
            .Select(method => (method, attribute: method.GetCustomAttribute<FunctionAttribute>(inherit: false)))
            .Where(found => found.attribute is not null)
            .Select(found => Read(found.attribute!.Name, found.method)) // Not null: filtered on the line above.
            .OrderBy(function => function.Definition.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();

        foreach (var (first, second) in functions.Zip(functions.Skip(1), (first, second) => (first.Definition, second.Definition)))
        {
            if (string.Equals(first.Name, second.Name, StringComparison.OrdinalIgnoreCase))
            {
                throw new StartRefusedException($"function name `{first.Name}` is used twice: by `{first.EntryPoint}` and by `{second.EntryPoint}`");
            }
        }

        return functions;
    }

    private static Function Read(string name, MethodInfo method)
    {
        if (!ValidName.IsMatch(name))
        {
            throw new StartRefusedException($"function name `{name}` is not a letter followed by up to 127 letters, digits, `_` or `-`");
        }

        RefuseUncallable(name, method);
        var triggers = method.GetParameters()
            .Select(parameter => (parameter, attribute: parameter.GetCustomAttribute<TriggerBindingAttribute>()))
            .Where(found => found.attribute is not null)
            .ToList();
        if (triggers is not [var (parameter, trigger)])
        {
            throw new StartRefusedException($"function `{name}` needs exactly one parameter with a trigger attribute, it has {triggers.Count}");
        }

        var compiled = MethodCompiler.Compile(name, method, trigger!); // Not null: filtered above.
        var activator = method.IsStatic ? null : Activator(name, method.DeclaringType!); // Methods of types have one.
        return trigger switch
        {
            HttpTriggerAttribute http => new Function.Http(Define(LocalBindingMetadata.HttpTrigger), compiled, activator, http),
            TimerTriggerAttribute timer => new Function.Timer(Define(LocalBindingMetadata.TimerTrigger), compiled, activator, timer),
            _ => throw new StartRefusedException($"function `{name}` has a trigger that is not supported here: `{trigger!.GetType().Name}`"),
        };

        LocalFunctionDefinition Define(string type) =>
            new(name, method, new LocalBindingMetadata(parameter.Name!, type, BindingDirection.In)); // Named, as in all of C#.
    }

    // The worker finds a method again by class and name, and calls it by reflection or from generated code.
    private static void RefuseUncallable(string name, MethodInfo method)
    {
        var type = method.DeclaringType!; // Methods of types have one.
        if (!method.IsPublic || method.IsGenericMethodDefinition || type.IsGenericTypeDefinition || (!method.IsStatic && type.IsAbstract))
        {
            throw new StartRefusedException($"function `{name}` must be a public method, not generic, of a class that is neither generic nor abstract");
        }

        if (type.GetMethods().Count(other => string.Equals(other.Name, method.Name, StringComparison.Ordinal)) > 1)
        {
            throw new StartRefusedException($"function `{name}`: its method `{method.Name}` must not be overloaded");
        }
    }

    private static ObjectFactory Activator(string name, Type type)
    {
        try
        {
            return ActivatorUtilities.CreateFactory(type, []);
        }
        catch (InvalidOperationException)
        {
            throw new StartRefusedException($"function `{name}`: its class `{type.Name}` needs exactly one public constructor");
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,127}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ValidName { get; }
}
