using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace AgentFunctions.LocalCloud;

/// <summary>What can be set under <c>LocalCloud</c> (environment: LOCALCLOUD__...).</summary>
internal sealed class LocalCloudOptions : IValidatableObject
{
    public const string Section = "LocalCloud";
    public const string DefaultUrl = "http://127.0.0.1:7075";

    /// <summary>Address to listen on: http, loopback (default http://127.0.0.1:7075). ASPNETCORE_URLS and --urls win when LocalCloud runs alone.</summary>
    public string Url { get; set; } = DefaultUrl;

    /// <summary>The tenant's GUID, part of the issuer's address and of every token.</summary>
    public string Tenant { get; set; } = "3f6d1c58-9a47-4b0e-8d25-71c0e94ab6d2";

    /// <summary>The audience of access tokens that name no other (default api://agentfunctions).</summary>
    public string Audience { get; set; } = "api://agentfunctions";

    /// <summary>
    /// File that keeps the signing key, so that tokens survive a restart (default none: a new key at each start).
    /// Made when missing; refused when others than its owner can read it.
    /// </summary>
    public string? KeyFile { get; set; }

    /// <summary>The people in the sign-in page, at most 200 (default: five pioneers of computing).</summary>
    [ValidateEnumeratedItems]
    [MaxLength(200)]
    public IReadOnlyList<PersonOptions> People { get; set; } = [];

    /// <summary>
    /// The clients that may use the OAuth endpoints, at most 200 (default none: any client may, with loopback redirects).
    /// `POST /local/token` is for any client either way.
    /// </summary>
    [ValidateEnumeratedItems]
    [MaxLength(200)]
    public IReadOnlyList<ClientOptions> Clients { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Guid.TryParseExact(Tenant, "d", out _)) yield return new($"`{Tenant}` is not a GUID", [nameof(Tenant)]);
        if (!PlainText.IsToken(Audience)) yield return new($"`{Audience}` is not an audience: 1 to 200 printable characters without spaces", [nameof(Audience)]);
        if (People.Select(person => person.Id).Distinct(StringComparer.Ordinal).Count() != People.Count) yield return new("an id is given twice", [nameof(People)]);
        if (Clients.Select(client => client.Id).Distinct(StringComparer.Ordinal).Count() != Clients.Count) yield return new("an id is given twice", [nameof(Clients)]);
    }
}
