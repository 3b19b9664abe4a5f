namespace AgentFunctions.Security;

/// <summary>Addresses that keys may come from: whoever answers there decides who everybody is.</summary>
internal static class IssuerAddress
{
    /// <summary>Https, or http on this machine.</summary>
    public static bool IsSafe(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.UserInfo.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    public static string Metadata(IssuerOptions options) =>
        options.MetadataAddress.Length > 0
            ? options.MetadataAddress
            : $"{options.Issuer.TrimEnd('/')}/.well-known/openid-configuration";
}
