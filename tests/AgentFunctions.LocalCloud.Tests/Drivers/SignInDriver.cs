using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace AgentFunctions.LocalCloud.Tests.Drivers;

/// <summary>A client that signs a person in, with the pair of RFC 7636 appendix B.</summary>
internal sealed class SignInDriver(RunningLocalCloud cloud)
{
    public const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    public const string Challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    public const string RedirectUri = "http://127.0.0.1:4321/signed-in?from=page";
    public const string Authorize = $"/{RunningLocalCloud.Tenant}/oauth2/v2.0/authorize";
    public const string Token = $"/{RunningLocalCloud.Tenant}/oauth2/v2.0/token";

    private readonly Dictionary<string, string> request = new(StringComparer.Ordinal)
    {
        ["client_id"] = "portal",
        ["redirect_uri"] = RedirectUri,
        ["response_type"] = "code",
        ["code_challenge"] = Challenge,
        ["code_challenge_method"] = "S256",
        ["scope"] = "openid profile",
        ["state"] = "state & more",
        ["nonce"] = "nonce-1",
    };

    private readonly Dictionary<string, string> redemption = new(StringComparer.Ordinal)
    {
        ["grant_type"] = "authorization_code",
        ["client_id"] = "portal",
        ["redirect_uri"] = RedirectUri,
        ["code_verifier"] = Verifier,
    };

    public static Dictionary<string, StringValues> Query(HttpResponseMessage reply) => QueryHelpers.ParseQuery(reply.Headers.Location.ShouldNotBeNull().Query);

    /// <summary>Changes the authorization request; null leaves the parameter out.</summary>
    public SignInDriver Asking(string name, string? value) => With(request, name, value);

    /// <summary>Changes the token request; null leaves the field out.</summary>
    public SignInDriver Redeeming(string name, string? value) => With(redemption, name, value);

    public Task<HttpResponseMessage> AskAsync(CancellationToken cancellationToken) =>
        cloud.Http.GetAsync(QueryHelpers.AddQueryString(Authorize, request.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))), cancellationToken);

    public Task<HttpResponseMessage> AnswerAsync(CancellationToken cancellationToken, params (string Name, string Value)[] answer) =>
        cloud.PostAsync(Authorize, cancellationToken, [.. request.Select(pair => (pair.Key, pair.Value)), .. answer]);

    public async Task<string> CodeAsync(CancellationToken cancellationToken)
    {
        using var reply = await AnswerAsync(cancellationToken, ("person", "grace.hopper"), ("answer", "sign_in"));
        reply.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await reply.Content.ReadAsStringAsync(cancellationToken));
        return Query(reply)["code"].ToString();
    }

    public Task<HttpResponseMessage> RedeemAsync(string code, CancellationToken cancellationToken) =>
        cloud.PostAsync(Token, cancellationToken, [("code", code), .. redemption.Select(pair => (pair.Key, pair.Value))]);

    private SignInDriver With(Dictionary<string, string> fields, string name, string? value)
    {
        if (value is null) fields.Remove(name);
        else fields[name] = value;
        return this;
    }
}
