using AgentFunctions.Domain.Conditions;

namespace AgentFunctions.Domain.Principals.Matching;

/// <summary>How often the rules of a set name a path; at zero it is gone.</summary>
internal sealed class PathCount : HashLeaf
{
    /// <summary>Segments are printable, so this never lies within one.</summary>
    private const char Separator = '\n';

    private readonly int count;

    private PathCount(string key, AttributePath path, int count)
        : base(key) => (Path, this.count) = (path, count);

    public AttributePath Path { get; }

    public static HashTree<PathCount> Change(HashTree<PathCount> counts, Entitlement entitlement, int by)
    {
        foreach (var path in ConditionPaths.Of(entitlement.Condition))
        {
            var key = string.Join(Separator, path.Segments);
            counts = counts.Update(key, before => Of(key, path, (before?.count ?? 0) + by));
        }

        return counts;
    }

    private static PathCount? Of(string key, AttributePath path, int count) => count == 0 ? null : new PathCount(key, path, count);
}
