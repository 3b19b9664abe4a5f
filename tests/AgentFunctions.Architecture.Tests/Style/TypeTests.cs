using System.Reflection;
using System.Text.RegularExpressions;

namespace AgentFunctions.Architecture.Tests.Style;

/// <summary>How types are made.</summary>
public sealed partial class TypeTests
{
    // Interfaces that Microsoft's packages declare: the app uses them, LocalRuntime implements them once.
    private static readonly string[] OfTheRuntime = ["IFunctionsWorkerApplicationBuilder", "IInvocationFeatures"];

    // Nodes of one tree: branch, collision and leaf, each too long to be nested in what they share.
    private static readonly string[] Hierarchies = ["HashSlot", "HashLeaf"];

    // Private, and what may be left out is named by every caller.
    private static readonly string[] TokenNotLast = ["OpenStream.ResolveAsync"];

    [Fact]
    public void No_type_is_named_for_what_it_does_not_say() => Built.OwnTypes.Where(IsVague).Select(type => type.FullName).ShouldBeEmpty();

    [Fact]
    public void Vague_names_are_found() => new[] { typeof(TokenManager), typeof(TextHelper) }.ShouldAllBe(type => IsVague(type));

    [Fact]
    public void Classes_are_sealed_or_static_or_closed() => Built.OwnTypes.Where(IsOpen).Select(type => type.Name).ShouldBe(Hierarchies, ignoreOrder: true);

    [Fact]
    public void An_open_class_is_found() => new[] { typeof(TokenManager), typeof(Derivable) }.ShouldAllBe(type => IsOpen(type));

    [Fact]
    public void An_interface_has_two_implementations() => Lonely(SourceFile.Under("src"), [.. SourceFile.Under("src"), .. SourceFile.Under("tests"), .. SourceFile.Under("bench")]).ShouldBe(OfTheRuntime, ignoreOrder: true);

    [Fact]
    public void An_interface_with_one_implementation_is_found() => Lonely([new("IOnce.cs", "internal interface IOnce;")], [new("Once.cs", "internal sealed class Once(int a)\n    : IOther, IOnce\n{\n    void A<T>()\n        where T : IOnce;\n}")]).ShouldBe(["IOnce"]);

    [Fact]
    public void An_interface_with_two_implementations_is_not() => Lonely([new("ITwice.cs", "internal interface ITwice;")], [new("A.cs", "class A : ITwice;"), new("B.cs", "record struct B(int A) : ITwice;")]).ShouldBeEmpty();

    [Fact]
    public void A_cancellation_token_is_last_and_never_defaulted() => Built.OwnTypes.SelectMany(CarelessMethods).ShouldBe(TokenNotLast);

    [Fact]
    public void A_defaulted_cancellation_token_is_found() => CarelessMethods(typeof(TextHelper)).ShouldBe(["TextHelper.Defaulted"]);

    [Fact]
    public void A_cancellation_token_before_others_is_found() => CarelessMethods(typeof(TaskFactory)).ShouldContain("TaskFactory.StartNew");

    private static bool IsVague(Type type) => Vague().IsMatch(type.Name);

    // Closed: every subtype is nested in it, so that nobody else adds one.
    private static bool IsOpen(Type type) =>
        type is { IsClass: true, IsSealed: false } && !(type.IsAbstract && type.Assembly.GetTypes().Where(other => other.BaseType is { } parent && Definition(parent) == type).All(other => other.DeclaringType == type && other.IsSealed));

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private static IEnumerable<string> Lonely(IEnumerable<SourceFile> declarations, IReadOnlyList<SourceFile> sources) =>
        declarations.SelectMany(file => Interface().Matches(file.Text)).Select(match => match.Groups["name"].Value)
            .Where(name => sources.Sum(file => Regex.Count(file.Text, $@"\b(?:class|struct|record) \w+[^{{;]*?[:,]\s*{name}\b", RegexOptions.None, TimeSpan.FromSeconds(1))) < 2);

    private static IEnumerable<string> CarelessMethods(Type type) =>
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where !type.IsAssignableTo(typeof(Delegate)) && !method.Name.Contains('<', StringComparison.Ordinal) && !IsForeign(method)
        let parameters = method.GetParameters()
        from parameter in parameters
        where parameter.ParameterType == typeof(CancellationToken)
        where parameter.HasDefaultValue || parameter.Position != parameters.Length - 1
        select $"{type.Name}.{method.Name}";

    // Somebody else's signature: of a base class or an interface that is not ours. And a record's own parts.
    private static bool IsForeign(MethodInfo method) =>
        method.Name == "Deconstruct"
        || method.GetBaseDefinition().DeclaringType is { } declaring && declaring.Assembly != method.DeclaringType!.Assembly // Every method has one.
        || method.DeclaringType!.GetInterfaces().Where(contract => contract.Assembly != method.DeclaringType.Assembly && !method.DeclaringType.IsInterface)
            .Any(contract => method.DeclaringType.GetInterfaceMap(contract).TargetMethods.Contains(method));

    [GeneratedRegex("(Manager|Helper|Utils?|Utilities|Service|Processor|Base|Impl)(`[0-9]+)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Vague();

    [GeneratedRegex(@"^(?:public|internal) interface (?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Interface();

    private class TokenManager;

    private sealed class Derived : Derivable;

    private abstract class Derivable;

    private static class TextHelper
    {
        public static string Defaulted(string text, CancellationToken cancellationToken = default) => cancellationToken.IsCancellationRequested ? text : string.Empty;

        public static string Careful(string text, CancellationToken cancellationToken) => cancellationToken.IsCancellationRequested ? text : string.Empty;
    }
}
