namespace AgentFunctions.Domain.Principals.Matching;

/// <summary>Leaves under patterns: exact texts, and prefixes that end in `*`. Its default is empty.</summary>
internal readonly struct PatternIndex<T>
    where T : HashLeaf
{
    private readonly HashTree<T> exact;
    private readonly PrefixTree<T>? prefixes;

    private PatternIndex(HashTree<T> exact, PrefixTree<T>? prefixes) => (this.exact, this.prefixes) = (exact, prefixes);

    public HashTree<T> Exact => exact;

    public bool IsEmpty => exact.IsEmpty && prefixes is null;

    public PrefixWalk<T> Prefixes(string text) => (prefixes ?? PrefixTree<T>.Empty).Prefixes(text);

    public PatternIndex<T> Update(string pattern, Func<T?, T?> change)
    {
        if (!Pattern.IsPrefix(pattern))
        {
            return new(exact.Update(pattern, change), prefixes);
        }

        var changed = (prefixes ?? PrefixTree<T>.Empty).Update(pattern[..^1], change);
        return new(exact, changed.IsEmpty ? null : changed);
    }
}
