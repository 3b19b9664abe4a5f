using System.Diagnostics.CodeAnalysis;
using AgentFunctions.Domain.Conditions;
using AgentFunctions.Domain.Principals.Matching;

namespace AgentFunctions.Domain.Principals;

/// <summary>
/// The entitlements of one principal (or the tenant's guardrails) at one version, ready to be matched. Immutable;
/// made once per version and shared by every decision that reads that version. Independent of the time: what has
/// expired is passed over when a decision is made.
/// </summary>
public sealed class CompiledEntitlements
{
    private readonly HashTree<CompiledRule> rules;
    private readonly HashTree<PathCount> paths;
    private readonly RuleIndex index;
    private IReadOnlyList<AttributePath>? readPaths;

    private CompiledEntitlements(long version) => Version = version;

    private CompiledEntitlements(long version, in EntitlementEdit edit)
    {
        Version = version;
        (rules, index, paths) = (edit.Rules, edit.Index, edit.Paths);
        (Count, EstimatedBytes) = (edit.Count, edit.Bytes);
    }

    /// <summary>Version 0: nobody has granted anything yet.</summary>
    public static CompiledEntitlements Empty { get; } = new(0);

    public long Version { get; }

    public int Count { get; }

    /// <summary>
    /// What the set keeps in memory, in bytes, as if it shared nothing with its neighbours: for caches bounded in bytes.
    /// </summary>
    public long EstimatedBytes { get; }

    /// <summary>All entitlements, expired ones among them, in the order of their ids.</summary>
    public IEnumerable<Entitlement> Entitlements =>
        rules.Leaves.Select(rule => rule.Entitlement).OrderBy(entitlement => entitlement.Id, StringComparer.Ordinal);

    /// <summary>The attributes that the conditions may read, each once, in the order of their texts.</summary>
    public IReadOnlyList<AttributePath> ReadPaths => readPaths ??=
        [.. paths.Leaves.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => count.Path)];

    /// <exception cref="ArgumentException">An id appears twice: the rows are not those of one version.</exception>
    public static CompiledEntitlements Compile(long version, IEnumerable<Entitlement> entitlements)
    {
        var edit = default(EntitlementEdit);
        foreach (var entitlement in entitlements)
        {
            edit.Add(entitlement);
        }

        return new(version, edit);
    }

    /// <summary>
    /// The set at another version, from what lies between. Costs what the difference costs, and hardly more for a large
    /// set than for a small one.
    /// </summary>
    /// <exception cref="ArgumentException">An id is put twice.</exception>
    public CompiledEntitlements Apply(long version, EntitlementDifference difference)
    {
        var edit = new EntitlementEdit(rules, index, paths, Count, EstimatedBytes);
        foreach (var id in difference.Removed.Concat(difference.Put.Select(entitlement => entitlement.Id).Distinct(StringComparer.Ordinal)))
        {
            edit.Remove(id);
        }

        foreach (var entitlement in difference.Put)
        {
            edit.Add(entitlement);
        }

        return new(version, edit);
    }

    public bool TryGet(string id, [MaybeNullWhen(false)] out Entitlement entitlement)
    {
        var found = rules.TryFind(id, HashLeaf.HashOf(id), out var rule);
        entitlement = rule?.Entitlement;
        return found;
    }

    internal void Match(in RequestKey key, ref RuleMatcher matcher) => index.Match(key, ref matcher);
}
