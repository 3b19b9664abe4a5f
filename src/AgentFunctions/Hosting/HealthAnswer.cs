using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AgentFunctions.Hosting;

/// <summary>The wire form of the app's health.</summary>
/// <param name="Status">`ok`, or `down` with 503.</param>
/// <param name="Dependencies">Null for callers that may only know whether it is up.</param>
internal sealed record HealthAnswer(string Status, IReadOnlyDictionary<string, DependencyHealth>? Dependencies)
{
    public static IResult Of(HealthReport report, bool withDependencies)
    {
        var isUp = IsUp(report);
        var dependencies = withDependencies ? report.Entries.ToDictionary(entry => entry.Key, entry => DependencyHealth.Of(entry.Value)) : null;
        return Results.Json(
            new HealthAnswer(isUp ? "ok" : "down", dependencies),
            HostingJson.Strict.HealthAnswer,
            statusCode: isUp ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static bool IsUp(HealthReport report) =>
        report.Entries.Values.All(entry => Serves(entry)
            || (IsReplaceable(entry) && report.Entries.Values.Any(other => IsReplaceable(other) && Serves(other))));

    // Degraded still serves: what is left of an issuer's keys' lifetime, for one.
    private static bool Serves(HealthReportEntry entry) => entry.Status != HealthStatus.Unhealthy;

    private static bool IsReplaceable(HealthReportEntry entry) => entry.Tags.Contains(HealthReader.OneIsEnough);
}
