using AgentFunctions.Domain.Principals.Matching;

namespace AgentFunctions.Domain.Tests.Principals.Matching;

/// <summary>A leaf whose hash the test chooses, since real hashes are seeded and cannot be made to collide.</summary>
internal sealed class Leaf(string key, int hash, int value) : HashLeaf(key, hash)
{
    public int Value { get; } = value;
}
