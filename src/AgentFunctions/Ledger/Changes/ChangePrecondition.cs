using AgentFunctions.Hosting;
using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Ledger.Changes;

/// <summary>What the caller says of the state that it wants to change (RFC 9110 section 13.1).</summary>
internal abstract record ChangePrecondition
{
    private ChangePrecondition()
    {
    }

    /// <summary>Neither header: enough to create, not to change.</summary>
    internal sealed record Nothing : ChangePrecondition;

    /// <summary>`If-None-Match: *`.</summary>
    internal sealed record Absent : ChangePrecondition;

    /// <summary>`If-Match: *`.</summary>
    internal sealed record Present : ChangePrecondition;

    /// <summary>`If-Match` with tags: one of them must be the current one.</summary>
    internal sealed record Tagged(IReadOnlyList<string> Tags) : ChangePrecondition;

    public static BodyOutcome<ChangePrecondition> Parse(HttpRequest request)
    {
        var ifMatch = request.Headers.IfMatch;
        var ifNoneMatch = request.Headers.IfNoneMatch;
        if (ifNoneMatch.Count > 0 && (ifMatch.Count > 0 || ifNoneMatch is not ["*"]))
        {
            return Refused("send either If-Match, or If-None-Match with `*`");
        }

        if (ifMatch.Count == 0)
        {
            return new BodyOutcome<ChangePrecondition>.Accepted(ifNoneMatch.Count > 0 ? new Absent() : new Nothing());
        }

        var tags = string.Join(',', ifMatch.ToArray()).Split(',', StringSplitOptions.TrimEntries);
        if (tags is ["*"])
        {
            return new BodyOutcome<ChangePrecondition>.Accepted(new Present());
        }

        return tags.All(IsTag)
            ? new BodyOutcome<ChangePrecondition>.Accepted(new Tagged(tags))
            : Refused("If-Match must be `*` or entity tags in double quotes");
    }

    /// <param name="version">Of what is there; 0 for nothing.</param>
    /// <param name="isSame">
    /// What is put is what is there: whoever repeats a request need not know what it led to. What a caller does say is
    /// held against it all the same.
    /// </param>
    /// <returns>Why it may not be put; null when it may.</returns>
    public Problem? RefusePut(long version, bool isSame) => this switch
    {
        Nothing when version == 0 || isSame => null,
        Nothing => new Problem(ProblemCode.PreconditionRequired, "it exists: send If-Match to replace it"),
        Absent => version == 0 ? null : new Problem(ProblemCode.PreconditionFailed, "it exists already"),
        _ => RefuseOther(version),
    };

    /// <param name="version">Of what is there, not 0.</param>
    /// <returns>Why it may not be deleted; null when it may.</returns>
    public Problem? RefuseDelete(long version) => this switch
    {
        Nothing => new Problem(ProblemCode.PreconditionRequired, "send If-Match to delete it"),
        _ => RefuseOther(version),
    };

    private Problem? RefuseOther(long version) => this switch
    {
        Present when version > 0 => null,
        Tagged tagged when version > 0 && tagged.Tags.Contains(DocumentAnswer.TagOf(version)) => null,
        _ => new Problem(ProblemCode.PreconditionFailed),
    };

    // A weak one is a tag too; it never matches (RFC 9110 section 13.1.1).
    private static bool IsTag(string text)
    {
        var opaque = text.StartsWith("W/", StringComparison.Ordinal) ? text[2..] : text;
        return opaque.Length >= 2 && opaque[0] == '"' && opaque[^1] == '"' && !opaque[1..^1].Contains('"', StringComparison.Ordinal);
    }

    private static BodyOutcome<ChangePrecondition>.Refused Refused(string detail) => new(new Problem(ProblemCode.InvalidRequest, detail));
}
