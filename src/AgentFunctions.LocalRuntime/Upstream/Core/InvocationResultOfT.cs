namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the function returned, for middleware to read or replace.</summary>
public abstract class InvocationResult<T>
{
    /// <summary>Null before the function has run, and when it returns nothing.</summary>
    public abstract T? Value { get; set; }
}
