using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Hosting;

/// <summary>The id by which caller, answer and log speak of one request.</summary>
internal sealed class RequestId
{
    public const string Header = "X-Request-ID";

    /// <summary>In characters. A longer one is ignored.</summary>
    public const int MaxLength = 128;

    private RequestId(string value) => Value = value;

    public string Value { get; }

    /// <summary>The caller's own when there is one, of 1 to 128 printable ASCII characters; else a new one.</summary>
    public static RequestId Of(HttpRequest request, DateTimeOffset now)
    {
        var sent = request.Headers[Header];
        return sent.Count == 1 && IsAcceptable(sent[0])
            ? new(sent[0]!) // Not null: it is acceptable.
            : new(Guid.CreateVersion7(now).ToString());
    }

    private static bool IsAcceptable(string? text) =>
        text is { Length: > 0 and <= MaxLength } && text.All(c => c is >= ' ' and <= '~');
}
