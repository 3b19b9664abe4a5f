using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.LocalRuntime.Invocations;

internal sealed class LocalRetryContext : RetryContext
{
    /// <summary>There are no retry attributes here, and requests and timers are never tried again by themselves.</summary>
    public static readonly LocalRetryContext NeverRetried = new();

    public override int RetryCount => 0;

    public override int MaxRetryCount => 0;
}
