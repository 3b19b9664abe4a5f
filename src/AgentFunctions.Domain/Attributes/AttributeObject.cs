namespace AgentFunctions.Domain.Attributes;

/// <summary>Writes documents as attribute values, so that what is recorded is canonical by construction.</summary>
public static class AttributeObject
{
    /// <exception cref="ArgumentException">A name appears twice.</exception>
    public static AttributeValue.Map Of(params ReadOnlySpan<(string Name, AttributeValue Value)> members)
    {
        var map = new Dictionary<string, AttributeValue>(members.Length, StringComparer.Ordinal);
        foreach (var (name, value) in members)
        {
            map.Add(name, value);
        }

        return new(new AttributeMap(map));
    }

    public static AttributeValue.Text Text(string text) => new(text);

    public static AttributeValue.Number Number(long number) => new(number);

    public static AttributeValue.List Texts(IEnumerable<string> texts) => new([.. texts.Select(Text)]);
}
