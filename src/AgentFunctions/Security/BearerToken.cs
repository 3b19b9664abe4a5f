using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Security;

/// <summary>The token of a request (RFC 6750 section 2.1: the Authorization header, and nowhere else).</summary>
internal abstract record BearerToken
{
    private const string Scheme = "Bearer ";

    private BearerToken()
    {
    }

    public static BearerToken Of(HttpRequest request)
    {
        var sent = request.Headers.Authorization;
        return sent.Count switch
        {
            0 => new Missing(),

            // Two headers, and the two parts of a chain may each believe another one.
            1 when sent[0] is { } header && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) => new Found(header[Scheme.Length..].Trim()),
            _ => new Unusable(),
        };
    }

    internal sealed record Missing : BearerToken;

    internal sealed record Unusable : BearerToken;

    internal sealed record Found(string Text) : BearerToken;
}
