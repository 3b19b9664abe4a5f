using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>An HTML page without scripts; its one style sheet is allowed by its digest, everything else is not.</summary>
internal sealed class Page(int status, string title, string main) : IResult
{
    private const string Style =
        """
        :root{color-scheme:light dark}
        body{font:1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:3rem auto;padding:0 1rem}
        fieldset{border:1px solid;border-radius:.4rem;padding:1rem;margin:1.5rem 0}
        label{display:flex;align-items:center;gap:.75rem;min-height:2.75rem}
        input{width:1.25rem;height:1.25rem}
        code{overflow-wrap:anywhere}
        button{font:inherit;min-height:2.75rem;padding:0 1.25rem;margin-right:.5rem}
        :focus-visible{outline:3px solid;outline-offset:2px}
        """;

    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; frame-ancestors 'none'";

    public static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ContentSecurityPolicy = Policy;
        return TypedResults.Content(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Encode(title)}</title><style>{Style}</style></head>
            <body><main>
            <h1>{Encode(title)}</h1>
            {main}
            </main></body>
            </html>

            """,
            "text/html; charset=utf-8",
            Encoding.UTF8,
            status).ExecuteAsync(httpContext);
    }
}
