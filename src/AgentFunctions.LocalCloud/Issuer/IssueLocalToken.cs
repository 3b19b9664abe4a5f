using Microsoft.Extensions.Options;

namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>`POST /local/token`: any token, for whoever asks.</summary>
internal sealed class IssueLocalToken(KnownPeople people, TokenSigner signer, IOptions<LocalCloudOptions> options, TimeProvider clock)
{
    private readonly string defaultAudience = options.Value.Audience;

    public async Task<IResult> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var parsed = await RequestFields.FromFormAsync(request, cancellationToken);
        return parsed.Match(
            fields => LocalTokenRequest.Parse(fields).Match(
                asked => Answer(asked, now),
                error => error.ToResult()),
            error => error.ToResult());
    }

    private IResult Answer(LocalTokenRequest asked, DateTimeOffset now)
    {
        var audience = asked.Audience ?? defaultAudience;
        var validity = Validity.For(asked.LifetimeSeconds, now);
        AccessToken token = asked.User is { } user
            ? new AccessToken.ForPerson(asked.ClientId, audience, ClientProof.Secret, asked.Roles, people.Find(user) ?? new Person(user, user, []), asked.Roles)
            : new AccessToken.ForClient(asked.ClientId, audience, ClientProof.Secret, asked.Roles);
        return TokenReply.Bearer(signer.Sign(TokenClaims.Of(token), audience, validity), validity, now);
    }
}
