using System.Net.Http.Headers;
using System.Text;

namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>The client of a token request (RFC 6749 section 2.3.1): by HTTP Basic or in the form, never by both.</summary>
internal sealed record PresentedClient(string ClientId, ClientProof Proof)
{
    public static Parsed<PresentedClient> Parse(HttpRequest request, RequestFields fields)
    {
        var inForm = fields["client_id"];
        if (request.Headers.Authorization.Count == 0)
            return Named(inForm, fields["client_secret"] is null ? ClientProof.None : ClientProof.Secret);

        if (ReadBasic(request) is not { } clientId) return OAuthError.InvalidClient("the authorization header is not HTTP Basic with a client id and a secret");
        if (fields["client_secret"] is not null) return OAuthError.InvalidRequest("the client authenticates both by header and by form");
        if (inForm is not null && inForm != clientId) return OAuthError.InvalidRequest("the header and the form name different clients");
        return Named(clientId, ClientProof.Secret);
    }

    private static Parsed<PresentedClient> Named(string? clientId, ClientProof proof) => clientId switch
    {
        null => OAuthError.InvalidRequest("the field `client_id` is missing"),
        _ when !PlainText.IsIdentifier(clientId) => OAuthError.InvalidRequest("the field `client_id` is not an id: 1 to 200 printable characters"),
        _ => new PresentedClient(clientId, proof),
    };

    private static string? ReadBasic(HttpRequest request)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header) || !header.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)) return null;

        var buffer = new byte[(header.Parameter ?? "").Length];
        if (!Convert.TryFromBase64String(header.Parameter ?? "", buffer, out var length)) return null;

        // Both halves are form-encoded before they are joined, so the first colon is the one between them.
        return Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2) is [{ Length: > 0 } clientId, _]
            ? FormText.Decode(clientId)
            : null;
    }
}
