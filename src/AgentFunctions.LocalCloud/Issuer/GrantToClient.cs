using Microsoft.Extensions.Options;

namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>The client credentials grant (RFC 6749 section 4.4): an app-only token with the roles the client is registered with.</summary>
internal sealed class GrantToClient(KnownClients clients, TokenSigner signer, IOptions<LocalCloudOptions> options)
{
    private readonly string audience = options.Value.Audience;

    public IResult Answer(RequestFields fields, PresentedClient client, DateTimeOffset now)
    {
        if (client.Proof == ClientProof.None) return OAuthError.InvalidClient("the client sends no secret; any will do").ToResult();

        // As at Entra ID: an app-only token is for all of an audience, its roles come with the client.
        if (fields["scope"] is { } scope && scope != $"{audience}/.default")
            return OAuthError.InvalidScope($"the scope {OAuthError.Quote(scope)} is not {OAuthError.Quote($"{audience}/.default")}").ToResult();

        var validity = Validity.For(Validity.DefaultSeconds, now);
        var access = new AccessToken.ForClient(client.ClientId, audience, client.Proof, clients.RolesOf(client.ClientId));
        return TokenReply.Bearer(signer.Sign(TokenClaims.Of(access), audience, validity), validity, now);
    }
}
