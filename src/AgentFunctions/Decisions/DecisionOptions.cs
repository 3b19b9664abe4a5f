using System.ComponentModel.DataAnnotations;

namespace AgentFunctions.Decisions;

/// <summary>What a decision may cost.</summary>
internal sealed class DecisionOptions
{
    public const string Section = "Decisions";

    /// <summary>Longest time from the request's arrival to its answer, in milliseconds (100-2000, default 1900); then 503.</summary>
    [Range(100, 2_000)]
    public int DecisionMilliseconds { get; set; } = 1_900;

    /// <summary>Longest wait for one attempt to read a row, in milliseconds (50-30000, default 700: two of them fit into a decision).</summary>
    [Range(50, 30_000)]
    public int ReadMilliseconds { get; set; } = 700;

    /// <summary>
    /// Longest wait for one attempt to load a page of entitlements that are not in memory, in milliseconds (100-30000,
    /// default 2000): an agent whose load hangs is refused for no longer, and a page may be a megabyte.
    /// </summary>
    [Range(100, 30_000)]
    public int LoadMilliseconds { get; set; } = 2_000;

    /// <summary>Longest request body, in KiB (4-1024, default 256): arguments are hashed, not kept, so they may be long.</summary>
    [Range(4, 1_024)]
    public int BodyKilobytes { get; set; } = 256;

    /// <summary>Memory for compiled entitlements, in MiB (16-65536, default 256).</summary>
    [Range(16, 65_536)]
    public int EntitlementsMegabytes { get; set; } = 256;
}
