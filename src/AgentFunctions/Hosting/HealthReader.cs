using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AgentFunctions.Hosting;

/// <summary>
/// Asks the dependencies how they are: all at once, each for at most <see cref="LongestCheck"/>, and at most once a
/// second however often it is asked, so that health is no way to make work for them.
/// </summary>
internal sealed class HealthReader(HealthCheckService checks, TimeProvider clock)
{
    /// <summary>
    /// Tag of checks of which one is enough: of several issuers one may be down, and the tokens of the others serve on. An
    /// app that called itself down for it would let one issuer stop the callers of all.
    /// </summary>
    public const string OneIsEnough = "one_is_enough";

    public static TimeSpan LongestCheck { get; } = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private Task<HealthReport>? latest;
    private DateTimeOffset startedAt;

    public Task<HealthReport> ReadAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            // A reading under way is joined, however long it takes: it is bounded by itself.
            if (latest is null || (latest.IsCompleted && now - startedAt >= FreshFor))
            {
                startedAt = now;
                latest = Task.Run(() => checks.CheckHealthAsync(CancellationToken.None), CancellationToken.None);
            }

            return latest.WaitAsync(cancellationToken);
        }
    }
}
