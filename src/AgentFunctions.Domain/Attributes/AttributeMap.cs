using System.Diagnostics.CodeAnalysis;

namespace AgentFunctions.Domain.Attributes;

/// <summary>
/// The members of a JSON object. A missing member and a member that is null are different. Two maps are equal when their
/// members are.
/// </summary>
public sealed class AttributeMap : IEquatable<AttributeMap>
{
    private const int None = -1;

    // INVARIANT: each name comes after the one before it, by UTF-16 code units (RFC 8785 section 3.2.3).
    private readonly KeyValuePair<string, AttributeValue>[] members;

    /// <param name="members">In any order.</param>
    /// <exception cref="ArgumentException">A name appears twice.</exception>
    public AttributeMap(IEnumerable<KeyValuePair<string, AttributeValue>> members)
    {
        this.members = [.. members];
        if (Arrange(this.members) != None)
        {
            throw new ArgumentException("a name appears twice", nameof(members));
        }
    }

    private AttributeMap(KeyValuePair<string, AttributeValue>[] arranged) => members = arranged;

    public static AttributeMap Empty { get; } = new([]);

    /// <summary>In the order of their names' UTF-16 code units.</summary>
    public IReadOnlyList<KeyValuePair<string, AttributeValue>> Members => members;

    /// <summary>In their order.</summary>
    public IEnumerable<string> Names => members.Select(member => member.Key);

    /// <summary><see cref="Members"/>, without a copy or an enumerator.</summary>
    internal ReadOnlySpan<KeyValuePair<string, AttributeValue>> Span => members;

    public bool TryGet(string name, [MaybeNullWhen(false)] out AttributeValue value)
    {
        var (from, to) = (0, members.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            var order = string.CompareOrdinal(name, members[middle].Key);
            if (order == 0)
            {
                value = members[middle].Value;
                return true;
            }

            (from, to) = order < 0 ? (from, middle) : (middle + 1, to);
        }

        value = null;
        return false;
    }

    /// <summary>This one where it has none of them.</summary>
    public AttributeMap Without(params string[] names) => names.Any(name => TryGet(name, out _))
        ? new AttributeMap([.. members.Where(member => !names.Contains(member.Key))])
        : this;

    /// <summary>In place of what it has by that name, if anything.</summary>
    public AttributeMap With(string name, AttributeValue value) => new(Without(name).members.Append(new(name, value)));

    public bool Equals(AttributeMap? other) => other is not null && members.AsSpan().SequenceEqual(other.members);

    public override bool Equals(object? obj) => Equals(obj as AttributeMap);

    // Names alone: cheap.
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (name, _) in members)
        {
            hash.Add(name, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    /// <param name="members">Become the map's own.</param>
    /// <param name="map">Empty when a name appears twice.</param>
    /// <param name="twice">That name.</param>
    internal static bool TryOf(KeyValuePair<string, AttributeValue>[] members, out AttributeMap map, out string twice)
    {
        var place = Arrange(members);
        (map, twice) = place == None ? (new AttributeMap(members), string.Empty) : (Empty, members[place].Key);
        return place == None;
    }

    // The place of a name that appears twice.
    private static int Arrange(Span<KeyValuePair<string, AttributeValue>> members)
    {
        if (FirstOutOfOrder(members) == None)
        {
            return None;
        }

        members.Sort(static (left, right) => string.CompareOrdinal(left.Key, right.Key));
        return FirstOutOfOrder(members);
    }

    private static int FirstOutOfOrder(ReadOnlySpan<KeyValuePair<string, AttributeValue>> members)
    {
        for (var place = 1; place < members.Length; place++)
        {
            if (string.CompareOrdinal(members[place - 1].Key, members[place].Key) >= 0)
            {
                return place;
            }
        }

        return None;
    }
}
