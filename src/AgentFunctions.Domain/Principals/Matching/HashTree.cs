using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace AgentFunctions.Domain.Principals.Matching;

/// <summary>A persistent map from text to leaves; its default is empty.</summary>
internal readonly struct HashTree<T>
    where T : HashLeaf
{
    private readonly HashSlot? root;

    private HashTree(HashSlot? root) => this.root = root;

    public bool IsEmpty => root is null;

    /// <summary>Every leaf, in no particular order.</summary>
    public IEnumerable<T> Leaves => root is null ? [] : root.Leaves().Cast<T>();

    public bool TryFind(string key, int hash, [MaybeNullWhen(false)] out T leaf)
    {
        var slot = root is HashBranch branch ? branch.Descend(hash) : root;
        var found = slot is HashCollision collision ? collision.Find(key, hash) : slot as HashLeaf;

        // INVARIANT: only Update puts leaves in, and it takes nothing but T.
        leaf = Unsafe.As<T>(found);
        return found is not null && found.Is(key, hash);
    }

    /// <param name="key">Which leaf.</param>
    /// <param name="change">From the leaf that is there, or null, to the one that shall be, or null.</param>
    public HashTree<T> Update(string key, Func<T?, T?> change) => Update(key, HashLeaf.HashOf(key), change);

    public HashTree<T> Update(string key, int hash, Func<T?, T?> change)
    {
        HashLeaf? Change(HashLeaf? leaf) => change((T?)leaf);
        return new(root is null ? Change(null) : root.Update(key, hash, shift: 0, Change));
    }

    public void Visit<TVisitor>(ref TVisitor visitor)
        where TVisitor : ILeafVisitor, allows ref struct
    {
        if (root is not null)
        {
            HashVisit.Visit(root, ref visitor);
        }
    }
}
