using System.Reflection;
using System.Runtime.CompilerServices;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Hosting;
using AgentFunctions.LocalRuntime;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace AgentFunctions.Architecture.Tests;

/// <summary>What src/ is compiled to.</summary>
internal static class Built
{
    public static System.Reflection.Assembly App { get; } = typeof(AgentFunctionsApp).Assembly;

    public static System.Reflection.Assembly Domain { get; } = typeof(AccessPolicy).Assembly;

    public static IReadOnlyList<System.Reflection.Assembly> All { get; } = [App, Domain, typeof(FunctionSource).Assembly, System.Reflection.Assembly.Load("AgentFunctions.LocalCloud")];

    /// <summary>Who depends on whom.</summary>
    public static ArchUnitNET.Domain.Architecture Architecture { get; } = new ArchLoader().LoadAssemblies([.. All]).Build();

    /// <summary>What we wrote: not what the compiler adds, and not the types that stand for Microsoft's.</summary>
    public static IReadOnlyList<System.Type> OwnTypes { get; } =
    [
        .. All.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("AgentFunctions", StringComparison.Ordinal) == true && !IsGenerated(type)),
    ];

    /// <summary>The types of the app that depend on a type, each named by its outermost one; itself excepted.</summary>
    public static IReadOnlyList<string> WhoDependsOn(Func<IType, bool> target) =>
    [
        .. Architecture.Types.Where(type => type.FullName.StartsWith("AgentFunctions.", StringComparison.Ordinal))
            .Where(type => type.Dependencies.Any(dependency => target(dependency.Target)))
            .Select(type => type.FullName.Split('+')[0])
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private static bool IsGenerated(MemberInfo? type) =>
        type is not null && (type.Name.Contains('<', StringComparison.Ordinal) || type.IsDefined(typeof(CompilerGeneratedAttribute))
            || type.GetCustomAttribute<System.CodeDom.Compiler.GeneratedCodeAttribute>() is not null || IsGenerated(type.DeclaringType));
}
