using AgentFunctions.Domain.Attributes;

namespace AgentFunctions.Hosting;

/// <summary>Makes documents and looks at their members.</summary>
internal static class DocumentMembers
{
    public static AttributeValue.Map MapOf(params ReadOnlySpan<(string Name, AttributeValue Value)> members)
    {
        var map = new Dictionary<string, AttributeValue>(members.Length, StringComparer.Ordinal);
        foreach (var (name, value) in members)
        {
            map.Add(name, value);
        }

        return new(new AttributeMap(map));
    }

    public static AttributeValue TextOf(string text) => new AttributeValue.Text(text);

    public static AttributeValue NumberOf(long number) => new AttributeValue.Number(number);

    /// <summary>A problem when the document has any other member: a misspelt one must not silently mean its default.</summary>
    public static Problem? RefuseOthers(AttributeMap document, params ReadOnlySpan<string> names)
    {
        foreach (var name in document.Names)
        {
            if (!names.Contains(name))
            {
                return DocumentProblem.Of($"/{name}", "is not a known member");
            }
        }

        return null;
    }
}
