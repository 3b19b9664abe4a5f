namespace AgentFunctions.Domain.Attributes;

/// <summary>Reference tokens of JSON pointers (RFC 6901 section 3).</summary>
internal static class JsonPointer
{
    public static string Escape(string segment) => segment.Replace("~", "~0").Replace("/", "~1");
}
