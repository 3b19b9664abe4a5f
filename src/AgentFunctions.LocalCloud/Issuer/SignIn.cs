using System.Diagnostics;
using Microsoft.Extensions.Options;

namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>The authorization endpoint: asks who signs in, and sends the client a code. GET never does.</summary>
internal sealed class SignIn(KnownClients clients, KnownPeople people, AuthorizationCodes codes, IssuerAddress address, IOptions<LocalCloudOptions> options, TimeProvider clock)
{
    public const string PersonField = "person";
    public const string CancelField = "cancel";
    public const string AnswerField = "answer";

    private readonly string audience = options.Value.Audience;

    public IResult Ask(HttpRequest request) => WithRequest(RequestFields.FromQuery(request), (_, asked) => Picker(asked, problem: null));

    public async Task<IResult> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return WithRequest(await RequestFields.FromFormAsync(request, cancellationToken), (fields, asked) => Answer(fields, asked, now));
    }

    private IResult Answer(RequestFields fields, AuthorizationRequest asked, DateTimeOffset now)
    {
        if (fields[CancelField] is not null) return Refuse(asked.RedirectUri, asked.State, OAuthError.AccessDenied("the person cancelled"));

        // OpenID Connect Core section 3.1.2.1: a client may begin by POST too.
        if (fields[PersonField] is null && fields[AnswerField] is null) return Picker(asked, problem: null);
        if (people.Find(fields[PersonField]) is not { } person) return Picker(asked, problem: "Choose one of these people.");

        return codes.Issue(asked, person, now) is { } code
            ? new SeeOther(RedirectUri.With(asked.RedirectUri, ("code", code), ("state", asked.State), ("iss", address.Issuer)))
            : Refuse(asked.RedirectUri, asked.State, OAuthError.TemporarilyUnavailable("too many codes wait to be redeemed"));
    }

    private IResult WithRequest(Parsed<RequestFields> parsed, Func<RequestFields, AuthorizationRequest, IResult> answer) => parsed.Match(
        fields => AuthorizationRequest.Judge(fields, clients, audience) switch
        {
            AuthorizationVerdict.Good(var asked) => answer(fields, asked),
            AuthorizationVerdict.RefusedAtClient(var redirectUri, var state, var error) => Refuse(redirectUri, state, error),
            AuthorizationVerdict.RefusedOnPage(var error) => RefusalPage.Of(error),
            _ => throw new UnreachableException(),
        },
        RefusalPage.Of);

    private Page Picker(AuthorizationRequest asked, string? problem) => PickerPage.Of(asked, people.All, problem);

    private SeeOther Refuse(string redirectUri, string? state, OAuthError error) =>
        new(RedirectUri.With(redirectUri, ("error", error.Code), ("error_description", error.Description), ("state", state), ("iss", address.Issuer)));
}
