using AgentFunctions.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AgentFunctions.Security;

/// <summary>An issuer is up while there are keys that may validate its tokens, and degraded when they are overdue.</summary>
internal sealed class IssuerHealthCheck(Issuer issuer, TimeProvider clock) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        if (await issuer.Keys.GetAsync(now, cancellationToken) is not { } keys)
        {
            return HealthCheckResult.Unhealthy();
        }

        var data = new Dictionary<string, object> { [DependencyHealth.Age] = (now - keys.FetchedAt).TotalSeconds };
        return issuer.Keys.IsOverdueAt(now) ? HealthCheckResult.Degraded(data: data) : HealthCheckResult.Healthy(data: data);
    }
}
