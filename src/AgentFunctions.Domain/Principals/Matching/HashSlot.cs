namespace AgentFunctions.Domain.Principals.Matching;

/// <summary>
/// A place in a persistent hash tree (32 branches a level, five bits of the hash each). Every change makes new slots
/// along one path and shares all others, so versions that differ by a row differ by a few hundred bytes.
/// </summary>
internal abstract class HashSlot
{
    protected const int BitsPerLevel = 5;

    /// <summary>Puts, replaces or removes one leaf.</summary>
    /// <param name="key">Which one.</param>
    /// <param name="hash"><see cref="HashLeaf.HashOf"/> the key.</param>
    /// <param name="shift">Bits of the hash that the levels above have used.</param>
    /// <param name="change">From the leaf that is there, or null, to the one that shall be, or null.</param>
    /// <returns>Null where nothing is left; the slot itself where nothing changed.</returns>
    public abstract HashSlot? Update(string key, int hash, int shift, Func<HashLeaf?, HashLeaf?> change);

    /// <summary>Every leaf, in no particular order.</summary>
    public abstract IEnumerable<HashLeaf> Leaves();

    protected static uint BitOf(int hash, int shift) => 1u << (int)(((uint)hash >> shift) & 31);

    /// <summary>Two leaves of different keys where there was one.</summary>
    protected static HashSlot Join(HashSlot one, int oneHash, HashLeaf other, int shift)
    {
        if (oneHash == other.Hash)
        {
            return new HashCollision([(HashLeaf)one, other]);
        }

        var (oneBit, otherBit) = (BitOf(oneHash, shift), BitOf(other.Hash, shift));
        return oneBit == otherBit
            ? new HashBranch(oneBit, [Join(one, oneHash, other, shift + BitsPerLevel)])
            : new HashBranch(oneBit | otherBit, oneBit < otherBit ? [one, other] : [other, one]);
    }
}
