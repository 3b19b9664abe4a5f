using AgentFunctions.Contract.Tests.Drivers;

namespace AgentFunctions.Contract.Tests.Hostile;

/// <summary>Bodies under another name than `application/json` in UTF-8, or under wrappings.</summary>
internal static class MediaAttacks
{
    private static readonly Expected Refused = new Expected.Problem(415, "unsupported_media_type");

    private static readonly string[] Types =
    [
        "text/plain", "text/json", "text/html", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
        "application/json-patch+json", "application/problem+json", "application/vnd.api+json", "application/jsonx", "application/json/x", "application", "*/*",
        "application/*", "application/json; charset=utf-16", "application/json; charset=iso-8859-1", "application/json; charset=", "application/json; charset=utf-7",
        "application/json; profile=x", "application/json; charset=utf-8; charset=utf-16", "application/json, text/plain", "application/octet-stream", "json",
    ];

    public static IEnumerable<Attack> All =>
    [
        .. Types.Select(type => new Attack($"type: {type}", victim => victim.AskWith(victim.Gateway) with { ContentType = type }, Refused)),
        new("type: none", victim => victim.AskWith(victim.Gateway) with { ContentType = null }, Refused),
        .. new[] { "gzip", "br", "deflate", "identity", "x" }.Select(encoding => new Attack(
            $"encoding: {encoding}", victim => victim.AskWith(victim.Gateway).With("Content-Encoding", encoding), Refused)),
        new("type: charset in capitals and quotes is the same", victim => victim.AskWith(victim.Gateway) with { ContentType = "Application/JSON; Charset=\"UTF-8\"" }, new Expected.Allowed()),
        new("accept: only html is answered with json", victim => victim.AskWith(victim.Gateway).With("Accept", "text/html"), new Expected.Allowed()),
        new("method: override header is no method", victim => victim.AskWith(victim.Gateway).With("X-HTTP-Method-Override", "DELETE"), new Expected.Allowed()),
        new("method: GET on evaluation", victim => Call.Get("/access/v1/evaluation", victim.Gateway), new Expected.ByHost(404, 405)),
        new("method: PUT on evaluation", victim => Call.Put("/access/v1/evaluation", victim.Gateway, victim.Question), new Expected.ByHost(404, 405)),
        new("identity: headers of a platform are nobody", victim => victim.AskWith((string?)null)
            .With("X-MS-CLIENT-PRINCIPAL", "eyJ1c2VySWQiOiJhZG1pbiJ9").With("X-MS-CLIENT-PRINCIPAL-ID", "admin").With("X-Forwarded-User", "admin"), new Expected.Problem(401, "token_missing")),
        new("identity: a functions key is nobody", victim => victim.AskWith((string?)null).With("x-functions-key", "master"), new Expected.Problem(401, "token_missing")),
        new("identity: a cookie is nobody", victim => victim.AskWith((string?)null).With("Cookie", $"access_token={victim.Gateway}"), new Expected.Problem(401, "token_missing")),
    ];
}
