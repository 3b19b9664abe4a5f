using System.Diagnostics.CodeAnalysis;

namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>Where a sign-in returns to. The text is kept and compared as written; parsing only judges it.</summary>
internal static class RedirectUri
{
    private const int Longest = 2000;

    public static bool IsWellFormed(string text) => TryJudge(text, out _);

    /// <summary>An http address of a loopback host, on any port (RFC 8252 section 7.3).</summary>
    public static bool IsLoopback(string text) => TryJudge(text, out var uri) && uri.Scheme == Uri.UriSchemeHttp && ListenAddress.IsLoopback(uri);

    public static string With(string redirectUri, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var address = redirectUri;
        foreach (var (name, value) in parameters)
        {
            if (value is not null) address += $"{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(value)}";
        }

        return address;
    }

    private static bool TryJudge(string text, [NotNullWhen(true)] out Uri? uri)
    {
        uri = null;
        return text.Length <= Longest
            && text.All(character => character is > ' ' and <= '~' and not ('\\' or '#' or '"' or '<' or '>'))
            && Uri.TryCreate(text, UriKind.Absolute, out uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && uri.UserInfo.Length == 0
            // What was judged must be what a browser will read: no other spelling of scheme or host (`http:/x`, `http://0x7f.1`).
            && text.StartsWith(uri.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);
    }
}
