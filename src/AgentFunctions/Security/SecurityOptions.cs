using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace AgentFunctions.Security;

/// <summary>Whose tokens are believed. There is no default issuer: without one the app does not start.</summary>
internal sealed class SecurityOptions
{
    public const string Section = "Security";

    /// <summary>The one tenant of this deployment (Entra `tid`). Tokens of another are refused.</summary>
    [Required]
    public string TenantId { get; set; } = "";

    /// <summary>At least one. Each vouches for clients and people of the same tenant: see docs/decisions/0005-who-calls.md.</summary>
    [Required]
    [MinLength(1)]
    [ValidateEnumeratedItems]
    public IList<IssuerOptions> Issuers { get; init; } = [];

    /// <summary>How old an issuer's keys may be before they are fetched again, in minutes (1-1440, default 60).</summary>
    [Range(1, 1440)]
    public int KeyRefreshMinutes { get; set; } = 60;

    /// <summary>
    /// How long keys that could not be fetched again stay good, in hours (1-168, default 24). Older ones validate nothing.
    /// </summary>
    [Range(1, 168)]
    public int KeyLifetimeHours { get; set; } = 24;

    /// <summary>
    /// Shortest time between two fetches that unknown key ids or failures ask for, in seconds (1-300, default 10): what a
    /// flood of invented key ids costs an issuer.
    /// </summary>
    [Range(1, 300)]
    public int KeyQuietSeconds { get; set; } = 10;

    /// <summary>How many validated tokens are remembered, at most until they expire (16-1000000, default 8192).</summary>
    [Range(16, 1_000_000)]
    public int RememberedTokens { get; set; } = 8192;
}
