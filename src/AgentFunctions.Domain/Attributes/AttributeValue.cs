namespace AgentFunctions.Domain.Attributes;

/// <summary>
/// A JSON value as conditions and digests see it. Numbers are IEEE 754 doubles (RFC 7493, I-JSON); a number that
/// a double cannot hold without loss is refused where it is parsed, so that two different acts never share a digest.
/// </summary>
public abstract record AttributeValue
{
    private AttributeValue()
    {
    }

    public static AttributeValue Null { get; } = new Nothing();

    public sealed record Nothing : AttributeValue;

    public sealed record Flag(bool Value) : AttributeValue;

    public sealed record Number(double Value) : AttributeValue;

    public sealed record Text(string Value) : AttributeValue;

    /// <summary>Two lists are equal when their items are, in order.</summary>
    public sealed record List(IReadOnlyList<AttributeValue> Items) : AttributeValue
    {
        public bool Equals(List? other) => other is not null && Items.SequenceEqual(other.Items);

        public override int GetHashCode() => Items.Aggregate(Items.Count, HashCode.Combine);
    }

    public sealed record Map(AttributeMap Members) : AttributeValue;
}
