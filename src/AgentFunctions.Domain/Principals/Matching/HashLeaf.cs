namespace AgentFunctions.Domain.Principals.Matching;

/// <summary>What a hash tree holds: something with a key, which never changes.</summary>
internal abstract class HashLeaf(string key, int hash) : HashSlot
{
    protected HashLeaf(string key)
        : this(key, HashOf(key))
    {
    }

    public string Key { get; } = key;

    public int Hash { get; } = hash;

    /// <summary>Seeded anew in every process, so that nobody can choose keys that collide.</summary>
    public static int HashOf(string key) => key.GetHashCode(StringComparison.Ordinal);

    public override HashSlot? Update(string key, int hash, int shift, Func<HashLeaf?, HashLeaf?> change) =>
        Is(key, hash) ? change(this)
        : change(null) is { } added ? Join(this, Hash, added, shift)
        : this;

    public override IEnumerable<HashLeaf> Leaves() => [this];

    public bool Is(string key, int hash) => hash == Hash && key == Key;
}
