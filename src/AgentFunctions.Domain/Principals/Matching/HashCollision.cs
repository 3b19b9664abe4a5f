namespace AgentFunctions.Domain.Principals.Matching;

/// <summary>Leaves of different keys whose hashes are the same.</summary>
internal sealed class HashCollision(HashLeaf[] leaves) : HashSlot
{
    public HashLeaf[] Members { get; } = leaves;

    /// <summary>Null where there is none.</summary>
    public HashLeaf? Find(string key, int hash) => Array.Find(Members, leaf => leaf.Is(key, hash));

    public override HashSlot? Update(string key, int hash, int shift, Func<HashLeaf?, HashLeaf?> change)
    {
        if (hash != Members[0].Hash)
        {
            return change(null) is { } apart ? Apart(apart, shift) : this;
        }

        var before = Find(key, hash);
        var after = change(before);
        return ReferenceEquals(before, after) ? this : Of([.. Members.Where(leaf => leaf != before), .. after is null ? [] : new[] { after }]);
    }

    public override IEnumerable<HashLeaf> Leaves() => Members;

    private static HashSlot Of(HashLeaf[] leaves) => leaves.Length == 1 ? leaves[0] : new HashCollision(leaves);

    private HashSlot Apart(HashLeaf other, int shift) => Join(this, Members[0].Hash, other, shift);
}
