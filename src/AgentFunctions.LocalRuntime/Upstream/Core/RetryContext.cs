namespace Microsoft.Azure.Functions.Worker;

/// <summary>Which attempt at the same event this run is.</summary>
public abstract class RetryContext
{
    /// <summary>0 in the first attempt.</summary>
    public abstract int RetryCount { get; }

    /// <summary>0 when failed runs are not tried again.</summary>
    public abstract int MaxRetryCount { get; }
}
