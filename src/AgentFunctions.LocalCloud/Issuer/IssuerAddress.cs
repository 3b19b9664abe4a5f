using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>
/// The issuer's addresses. They come from the address listened on, never from a request's Host,
/// so that whatever name a request was sent to, its token names the one issuer.
/// </summary>
internal sealed class IssuerAddress(IServer server, ListenAddress listening, IOptions<LocalCloudOptions> options)
{
    // With port 0 the server alone knows the port, and only once it listens: read at the first request.
    private readonly Lazy<string> root = new(() =>
        (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? listening.Url).TrimEnd('/'));

    public string Tenant { get; } = options.Value.Tenant;

    public string Issuer => $"{root.Value}/{Tenant}/v2.0";

    public string Authorization => $"{root.Value}/{Tenant}/oauth2/v2.0/authorize";

    public string Token => $"{root.Value}/{Tenant}/oauth2/v2.0/token";

    public string Keys => $"{root.Value}/{Tenant}/discovery/v2.0/keys";
}
