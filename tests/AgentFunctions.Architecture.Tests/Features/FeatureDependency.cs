using ArchUnitNET.Domain;

namespace AgentFunctions.Architecture.Tests.Features;

/// <summary>A dependency from one feature's folder on another's.</summary>
/// <param name="Origin">The type, without `AgentFunctions.`.</param>
internal sealed record FeatureDependency(string From, string To, string Origin)
{
    private const string Root = "AgentFunctions.";

    private static readonly HashSet<string> Features = [.. Built.App.GetTypes().Select(type => type.Namespace?.Split('.').ElementAtOrDefault(1) ?? string.Empty)];

    /// <summary>All of the app.</summary>
    public static IReadOnlyList<FeatureDependency> All() =>
    [
        .. (from type in Built.Architecture.Types
            from dependency in type.Dependencies
            let one = new FeatureDependency(FeatureOf(type), FeatureOf(dependency.Target), type.FullName.Split('+')[0][Math.Min(Root.Length, type.FullName.Length)..])
            where one.From != one.To && Features.Contains(one.From) && Features.Contains(one.To)
            select one).Distinct(),
    ];

    public override string ToString() => $"{Origin} -> {To}";

    private static string FeatureOf(IType type) =>
        type.FullName.StartsWith(Root, StringComparison.Ordinal) && type.FullName.Split('.') is { Length: > 2 } parts ? parts[1] : string.Empty;
}
