namespace Microsoft.Azure.Functions.Worker;

/// <summary>One binding of a function.</summary>
public abstract class BindingMetadata
{
    public abstract string Name { get; }

    /// <summary>`httpTrigger`, `timerTrigger` or, for what a request is answered with, `http`.</summary>
    public abstract string Type { get; }

    public abstract BindingDirection Direction { get; }
}
