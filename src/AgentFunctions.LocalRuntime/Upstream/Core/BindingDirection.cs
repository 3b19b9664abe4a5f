namespace Microsoft.Azure.Functions.Worker;

/// <summary>Whether a binding feeds the function or takes what it returns.</summary>
public enum BindingDirection
{
    In,
    Out,
}
