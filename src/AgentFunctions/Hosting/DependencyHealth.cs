using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AgentFunctions.Hosting;

/// <summary>How one dependency is.</summary>
/// <param name="State">`up`, `degraded` or `down`.</param>
/// <param name="AgeSeconds">Age of what is held of it, such as an issuer's keys; null where nothing is held.</param>
/// <param name="Milliseconds">How long the check took.</param>
internal sealed record DependencyHealth(string State, double? AgeSeconds, double Milliseconds)
{
    /// <summary>The key under which a check's data has the age, in seconds.</summary>
    public const string Age = "age_seconds";

    public static DependencyHealth Of(HealthReportEntry entry)
    {
        var state = entry.Status switch
        {
            HealthStatus.Healthy => "up",
            HealthStatus.Degraded => "degraded",
            _ => "down",
        };
        return new DependencyHealth(state, entry.Data.TryGetValue(Age, out var age) ? age as double? : null, entry.Duration.TotalMilliseconds);
    }
}
