namespace AgentFunctions.Domain.Principals;

/// <summary>Patterns of names: exact, or ending in `*` for every name that begins with what stands before it.</summary>
internal static class Pattern
{
    public const string Any = "*";

    public static bool IsPrefix(string pattern) => pattern.EndsWith('*');

    public static bool Covers(string pattern, string name) => IsPrefix(pattern)
        ? name.AsSpan().StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.Ordinal)
        : pattern == name;

    /// <summary>The patterns without those that another one covers, so that no name is covered by two of them.</summary>
    public static IEnumerable<string> Widest(IReadOnlyList<string> patterns) => patterns
        .Distinct(StringComparer.Ordinal)
        .Where(pattern => !patterns.Any(other => other != pattern && Covers(other, pattern) && IsPrefix(other)));
}
