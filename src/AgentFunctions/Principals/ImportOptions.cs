using System.ComponentModel.DataAnnotations;

namespace AgentFunctions.Principals;

/// <summary>Bounds of imports.</summary>
internal sealed class ImportOptions
{
    public const string Section = "Imports";

    /// <summary>Largest body of one import, in MiB (1-1024, default 64).</summary>
    [Range(1, 1024)]
    public int MaxMebibytes { get; set; } = 64;

    /// <summary>Most entitlements of one principal (1-1000000, default 200000).</summary>
    [Range(1, 1_000_000)]
    public int MaxRows { get; set; } = 200_000;

    /// <summary>Imports that one instance holds in memory at a time (1-16, default 2); more are answered 503 `imports_busy`.</summary>
    [Range(1, 16)]
    public int AtOnce { get; set; } = 2;

    /// <summary>How long a body may take to arrive, in seconds (1-3600, default 300).</summary>
    [Range(1, 3600)]
    public int ReadSeconds { get; set; } = 300;

    /// <summary>How long an import may rest before it counts as dead and is taken back, in seconds (30-3600, default 300).</summary>
    [Range(30, 3600)]
    public int AbandonedSeconds { get; set; } = 300;
}
