using System.Numerics;

namespace AgentFunctions.Domain.Principals.Matching;

/// <summary>Up to 32 slots; the bitmap says which ones there are.</summary>
internal sealed class HashBranch(uint bitmap, HashSlot[] slots) : HashSlot
{
    /// <summary>Null where there is none.</summary>
    public HashSlot? Find(int hash, int shift)
    {
        var bit = BitOf(hash, shift);
        return (bitmap & bit) == 0 ? null : slots[IndexOf(bit)];
    }

    /// <summary>The slot in which a key of this hash lies, if anywhere, below this branch and all branches under it.</summary>
    public HashSlot? Descend(int hash)
    {
        var branch = this;
        for (var shift = 0; ; shift += BitsPerLevel)
        {
            var slot = branch.Find(hash, shift);
            if (slot is not HashBranch deeper)
            {
                return slot;
            }

            branch = deeper;
        }
    }

    public override HashSlot? Update(string key, int hash, int shift, Func<HashLeaf?, HashLeaf?> change)
    {
        var bit = BitOf(hash, shift);
        var index = IndexOf(bit);
        if ((bitmap & bit) == 0)
        {
            return change(null) is { } added ? new HashBranch(bitmap | bit, [.. slots[..index], added, .. slots[index..]]) : this;
        }

        var before = slots[index];
        var after = before.Update(key, hash, shift + BitsPerLevel, change);
        return ReferenceEquals(before, after) ? this
            : after is null ? Without(bit, index)
            : With(index, after);
    }

    public override IEnumerable<HashLeaf> Leaves() => slots.SelectMany(slot => slot.Leaves());

    public void Visit<TVisitor>(ref TVisitor visitor)
        where TVisitor : ILeafVisitor, allows ref struct
    {
        foreach (var slot in slots)
        {
            HashVisit.Visit(slot, ref visitor);
        }
    }

    // INVARIANT: a branch with a single leaf is that leaf. So what lies in a branch alone is a branch, and never goes
    // all at once; and equal contents make equal trees.
    private HashSlot Without(uint bit, int index) => slots.Length == 2 && slots[1 - index] is not HashBranch
        ? slots[1 - index]
        : new HashBranch(bitmap & ~bit, [.. slots[..index], .. slots[(index + 1)..]]);

    private HashSlot With(int index, HashSlot slot) =>
        slots.Length == 1 && slot is not HashBranch ? slot : new HashBranch(bitmap, [.. slots[..index], slot, .. slots[(index + 1)..]]);

    private int IndexOf(uint bit) => BitOperations.PopCount(bitmap & (bit - 1));
}
