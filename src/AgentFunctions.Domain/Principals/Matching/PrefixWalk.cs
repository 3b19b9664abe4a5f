namespace AgentFunctions.Domain.Principals.Matching;

/// <summary>Walks down a <see cref="PrefixTree{T}"/> along a text.</summary>
internal ref struct PrefixWalk<T>(PrefixTree<T> tree, ReadOnlySpan<char> text)
    where T : class
{
    private PrefixTree<T>? next = tree;
    private ReadOnlySpan<char> rest = text;
    private T? current;

    /// <summary>Valid after <see cref="MoveNext"/> has said true.</summary>
    public readonly T Current => current!; // Said true only where there is one.

    public readonly PrefixWalk<T> GetEnumerator() => this;

    public bool MoveNext()
    {
        while (next is not null)
        {
            next = next.Step(ref rest, out current);
            if (current is not null)
            {
                return true;
            }
        }

        return false;
    }
}
