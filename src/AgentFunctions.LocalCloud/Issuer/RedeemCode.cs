using Microsoft.Extensions.Options;

namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>Exchanges a code for tokens (RFC 6749 section 4.1.3, RFC 7636 section 4.6).</summary>
internal sealed class RedeemCode(AuthorizationCodes codes, TokenSigner signer, IOptions<LocalCloudOptions> options)
{
    private readonly string audience = options.Value.Audience;

    public IResult Answer(RequestFields fields, PresentedClient client, DateTimeOffset now)
    {
        if (fields["code"] is not { } code) return OAuthError.InvalidRequest("the field `code` is missing").ToResult();

        // Taken before anything else is looked at, so that no wrong guess leaves it for a second one.
        var grant = codes.Take(code, now);
        if (fields["redirect_uri"] is not { } redirectUri) return OAuthError.InvalidRequest("the field `redirect_uri` is missing").ToResult();
        if (fields["code_verifier"] is not { } verifier) return OAuthError.InvalidRequest("the field `code_verifier` is missing").ToResult();
        if (!Pkce.IsVerifier(verifier)) return OAuthError.InvalidRequest("the field `code_verifier` is not 43 to 128 unreserved characters").ToResult();

        // One answer for all: which part was wrong is of use only to someone who holds another's code.
        return grant is not null
            && grant.Request.ClientId == client.ClientId
            && grant.Request.RedirectUri == redirectUri
            && Pkce.Matches(verifier, grant.Request.CodeChallenge)
                ? Tokens(grant, client, now)
                : OAuthError.InvalidGrant("the code is unknown, used or ended, or was issued to another client, address or verifier").ToResult();
    }

    private IResult Tokens(AuthorizationGrant grant, PresentedClient client, DateTimeOffset now)
    {
        var (request, person, _) = grant;
        var validity = Validity.For(Validity.DefaultSeconds, now);
        var access = new AccessToken.ForPerson(client.ClientId, audience, client.Proof, person.Roles, person, request.Scope.Permissions);
        return TokenReply.Bearer(
            signer.Sign(TokenClaims.Of(access), audience, validity),
            validity,
            now,
            request.Scope.Text,
            request.Scope.WantsIdToken ? signer.Sign(TokenClaims.OfSignIn(person, client.ClientId, request.Nonce), client.ClientId, validity) : null);
    }
}
