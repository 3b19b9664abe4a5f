using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace AgentFunctions.LocalCloud;

/// <summary>One http address of a loopback host, without path, query or user: `http://127.0.0.1:7075`.</summary>
internal sealed record ListenAddress
{
    private ListenAddress(string url) => Url = url;

    public string Url { get; }

    public static bool TryParse(string text, [NotNullWhen(true)] out ListenAddress? address)
    {
        address = Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri)
            && uri.Scheme == Uri.UriSchemeHttp
            && IsLoopback(uri)
            && uri is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
            ? new ListenAddress(uri.GetLeftPart(UriPartial.Authority))
            : null;
        return address is not null;
    }

    /// <summary>Whether the host is `localhost` or an address of the loopback interface; no other name counts, whatever it resolves to.</summary>
    public static bool IsLoopback(Uri uri) =>
        uri.IdnHost == "localhost" || (IPAddress.TryParse(uri.IdnHost, out var address) && IPAddress.IsLoopback(address));
}
