using Microsoft.Extensions.Options;

namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>The clients of `LocalCloud:Clients`; where none is registered, every client is known and has no roles.</summary>
internal sealed class KnownClients(IOptions<LocalCloudOptions> options)
{
    private readonly IReadOnlyList<ClientOptions> registered = options.Value.Clients;

    public bool Knows(string clientId) => registered.Count == 0 || Find(clientId) is not null;

    public IReadOnlyList<string> RolesOf(string clientId) => Find(clientId)?.Roles ?? [];

    /// <summary>One of the client's registered addresses, character by character, or any on loopback where it registered none.</summary>
    public bool MayReturnTo(string clientId, string redirectUri) => Find(clientId)?.RedirectUris is { Count: > 0 } allowed
        ? allowed.Contains(redirectUri, StringComparer.Ordinal)
        : RedirectUri.IsLoopback(redirectUri);

    private ClientOptions? Find(string clientId) => registered.FirstOrDefault(client => client.Id == clientId);
}
