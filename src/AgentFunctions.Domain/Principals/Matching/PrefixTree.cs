namespace AgentFunctions.Domain.Principals.Matching;

/// <summary>
/// A persistent radix tree: values under texts, found by walking any longer text. A walk costs what the walked text is
/// long, however many prefixes there are.
/// </summary>
internal sealed class PrefixTree<T>
    where T : class
{
    private readonly string label;
    private readonly T? value;
    private readonly string firsts;
    private readonly PrefixTree<T>[] children;

    private PrefixTree(string label, T? value, PrefixTree<T>[] children)
    {
        (this.label, this.value, this.children) = (label, value, children);
        firsts = string.Concat(children.Select(child => child.label[0]));
    }

    public static PrefixTree<T> Empty { get; } = new(string.Empty, null, []);

    public bool IsEmpty => value is null && children.Length == 0;

    /// <summary>The values under every prefix of the text, the shortest prefix first.</summary>
    public PrefixWalk<T> Prefixes(ReadOnlySpan<char> text) => new(this, text);

    /// <param name="prefix">Which value.</param>
    /// <param name="change">From the value that is there, or null, to the one that shall be, or null.</param>
    public PrefixTree<T> Update(string prefix, Func<T?, T?> change) => UpdateBelow(prefix, change);

    /// <summary>The child that the text goes on with, and what is left of the text behind it; null where there is none.</summary>
    internal PrefixTree<T>? Step(ref ReadOnlySpan<char> rest, out T? here)
    {
        here = value;
        var index = rest.IsEmpty ? -1 : firsts.IndexOf(rest[0], StringComparison.Ordinal);
        if (index < 0 || !rest.StartsWith(children[index].label))
        {
            return null;
        }

        rest = rest[children[index].label.Length..];
        return children[index];
    }

    private PrefixTree<T> UpdateBelow(ReadOnlySpan<char> rest, Func<T?, T?> change)
    {
        if (rest.IsEmpty)
        {
            return new PrefixTree<T>(label, change(value), children);
        }

        var index = firsts.IndexOf(rest[0], StringComparison.Ordinal);
        if (index < 0)
        {
            return change(null) is { } added ? new(label, value, [.. children, new(rest.ToString(), added, [])]) : this;
        }

        var child = children[index];
        var common = child.label.AsSpan().CommonPrefixLength(rest);
        return common == child.label.Length
            ? With(index, child.UpdateBelow(rest[common..], change))
            : change(null) is { } other ? With(index, child.Split(common, rest[common..], other)) : this;
    }

    private PrefixTree<T> Split(int at, ReadOnlySpan<char> rest, T added)
    {
        var lower = new PrefixTree<T>(label[at..], value, children);
        return rest.IsEmpty
            ? new(label[..at], added, [lower])
            : new(label[..at], null, [lower, new(rest.ToString(), added, [])]);
    }

    // A node without value and with one child is joined with it, so that a walk never passes empty nodes in a row.
    private PrefixTree<T> With(int index, PrefixTree<T> child) => child switch
    {
        { IsEmpty: true } => new(label, value, [.. children[..index], .. children[(index + 1)..]]),
        { value: null, children: [var only] } => Replace(index, new(child.label + only.label, only.value, only.children)),
        _ => Replace(index, child),
    };

    private PrefixTree<T> Replace(int index, PrefixTree<T> child) =>
        new(label, value, [.. children[..index], child, .. children[(index + 1)..]]);
}
