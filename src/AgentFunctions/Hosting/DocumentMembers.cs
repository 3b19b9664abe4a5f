using AgentFunctions.Domain.Attributes;

namespace AgentFunctions.Hosting;

/// <summary>Looks at the members of documents.</summary>
internal static class DocumentMembers
{
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
