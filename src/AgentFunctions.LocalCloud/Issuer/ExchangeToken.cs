namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>The token endpoint (RFC 6749 section 3.2).</summary>
internal sealed class ExchangeToken(KnownClients clients, RedeemCode redeemCode, GrantToClient grantToClient, TimeProvider clock)
{
    public async Task<IResult> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var parsed = await RequestFields.FromFormAsync(request, cancellationToken);
        return parsed.Match(
            fields => PresentedClient.Parse(request, fields).Match(
                client => Answer(fields, client, now),
                error => error.ToResult()),
            error => error.ToResult());
    }

    private IResult Answer(RequestFields fields, PresentedClient client, DateTimeOffset now)
    {
        if (!clients.Knows(client.ClientId)) return OAuthError.InvalidClient($"the client {OAuthError.Quote(client.ClientId)} is not registered").ToResult();

        return fields["grant_type"] switch
        {
            null => OAuthError.InvalidRequest("the field `grant_type` is missing").ToResult(),
            "authorization_code" => redeemCode.Answer(fields, client, now),
            "client_credentials" => grantToClient.Answer(fields, client, now),
            var other => OAuthError.UnsupportedGrantType($"the grant type {OAuthError.Quote(other)} is neither `authorization_code` nor `client_credentials`").ToResult(),
        };
    }
}
