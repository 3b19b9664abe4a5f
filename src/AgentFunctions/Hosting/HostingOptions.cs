using System.ComponentModel.DataAnnotations;

namespace AgentFunctions.Hosting;

/// <summary>Where the app is found.</summary>
internal sealed class HostingOptions
{
    public const string Section = "Hosting";

    /// <summary>The address that callers use, without a query or a fragment: every link is made from it. Https, except on loopback.</summary>
    [Required]
    [Url]
    public string PublicBaseUrl { get; set; } = string.Empty;
}
