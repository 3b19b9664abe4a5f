namespace AgentFunctions.Hosting;

/// <summary>What is wrong with a document, by place.</summary>
internal static class DocumentProblem
{
    // Longest part of a pointer that is said back.
    private const int MaxPointer = 128;

    /// <param name="pointer">Of the member (RFC 6901); it holds the caller's own names.</param>
    /// <param name="why">Completes the sentence.</param>
    public static Problem Of(string pointer, string why) => new(ProblemCode.InvalidRequest, Describe(pointer, why));

    public static string Describe(string pointer, string why) => pointer.Length == 0 ? $"the document {why}" : $"`{Quote(pointer)}` {why}";

    /// <summary>Text of the caller's, so that it can stand in backticks.</summary>
    public static string Quote(string text)
    {
        var bounded = text.Length <= MaxPointer ? text : $"{text[..MaxPointer]}...";
        return string.Concat(bounded.Select(c => char.IsControl(c) || char.IsSurrogate(c) || c == '`' ? '?' : c));
    }
}
