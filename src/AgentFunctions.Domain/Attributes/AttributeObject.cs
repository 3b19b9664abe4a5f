namespace AgentFunctions.Domain.Attributes;

/// <summary>Writes documents as attribute values, so that what is recorded is canonical by construction.</summary>
public static class AttributeObject
{
    /// <param name="members">Cheapest in the order of their names.</param>
    /// <exception cref="ArgumentException">A name appears twice.</exception>
    public static AttributeValue.Map Of(params ReadOnlySpan<(string Name, AttributeValue Value)> members)
    {
        var owned = new KeyValuePair<string, AttributeValue>[members.Length];
        for (var i = 0; i < members.Length; i++)
        {
            owned[i] = new(members[i].Name, members[i].Value);
        }

        return AttributeMap.TryOf(owned, out var map, out var twice)
            ? new(map)
            : throw new ArgumentException($"`{twice}` appears twice", nameof(members));
    }

    public static AttributeValue.Text Text(string text) => new(text);

    public static AttributeValue.Number Number(long number) => new(number);

    public static AttributeValue.List Texts(IEnumerable<string> texts) => new([.. texts.Select(Text)]);
}
