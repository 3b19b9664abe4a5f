namespace Microsoft.Azure.Functions.Worker;

/// <summary>One run of a function, from the first middleware to the last.</summary>
public abstract class FunctionContext
{
    /// <summary>Unique to this run.</summary>
    public abstract string InvocationId { get; }

    /// <summary>Unique to the function, the same in every run and process.</summary>
    public abstract string FunctionId { get; }

    public abstract TraceContext TraceContext { get; }

    public abstract BindingContext BindingContext { get; }

    public abstract RetryContext RetryContext { get; }

    /// <summary>The services of this run's own scope, which ends with the run.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    public abstract FunctionDefinition FunctionDefinition { get; }

    /// <summary>What middleware and function hand to each other in this run.</summary>
    public abstract IDictionary<object, object> Items { get; set; }

    public abstract IInvocationFeatures Features { get; }

    /// <summary>Cancelled when the caller goes away, the timer's lock is lost, or the process is told to stop.</summary>
    public virtual CancellationToken CancellationToken { get; } = CancellationToken.None;
}
