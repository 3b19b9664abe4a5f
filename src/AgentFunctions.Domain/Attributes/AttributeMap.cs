using System.Diagnostics.CodeAnalysis;

namespace AgentFunctions.Domain.Attributes;

/// <summary>
/// The members of a JSON object, in no order. A missing member and a member that is null are different. Two maps are
/// equal when their members are.
/// </summary>
public sealed class AttributeMap(IReadOnlyDictionary<string, AttributeValue> members) : IEquatable<AttributeMap>
{
    public static AttributeMap Empty { get; } = new(new Dictionary<string, AttributeValue>());

    public IReadOnlyDictionary<string, AttributeValue> Members { get; } = members;

    public bool TryGet(string name, [MaybeNullWhen(false)] out AttributeValue value) => Members.TryGetValue(name, out value);

    public bool Equals(AttributeMap? other) =>
        other is not null
        && other.Members.Count == Members.Count
        && Members.All(member => other.TryGet(member.Key, out var theirs) && theirs == member.Value);

    public override bool Equals(object? obj) => Equals(obj as AttributeMap);

    // Names alone: cheap, and independent of the members' order.
    public override int GetHashCode() => Members.Keys.Aggregate(Members.Count, (hash, name) => hash ^ name.GetHashCode(StringComparison.Ordinal));
}
