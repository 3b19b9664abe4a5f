using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace AgentFunctions.Security;

/// <summary>One OpenID Connect issuer.</summary>
internal sealed class IssuerOptions
{
    /// <summary>The `iss` of its tokens, exactly (Entra v2: `https://login.microsoftonline.com/{tenant}/v2.0`).</summary>
    [Required]
    public string Issuer { get; set; } = "";

    /// <summary>
    /// Where its metadata is; https, or http on loopback. Empty: the issuer followed by `/.well-known/openid-configuration`
    /// (OpenID Connect Discovery 1.0 section 4).
    /// </summary>
    public string MetadataAddress { get; set; } = "";

    /// <summary>A token must name exactly one audience, and it must be one of these.</summary>
    [Required]
    [MinLength(1)]
    public IList<string> Audiences { get; init; } = [];

    /// <summary>Signature algorithms that are believed. Empty: RS256, PS256 and ES256. Never a symmetric one.</summary>
    public IList<string> Algorithms { get; init; } = [];

    /// <summary>What the tenant claim says where this issuer has its own name for the tenant. Empty: the deployment's.</summary>
    public string TenantId { get; set; } = "";

    [ValidateObjectMembers]
    public ClaimOptions Claims { get; init; } = new();
}
