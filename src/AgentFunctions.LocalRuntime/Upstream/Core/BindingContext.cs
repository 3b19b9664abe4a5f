namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the trigger says about the event.</summary>
public abstract class BindingContext
{
    /// <summary>The route values of a request, by name.</summary>
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
