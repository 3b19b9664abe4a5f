namespace Microsoft.Azure.Functions.Worker;

/// <summary>Makes a public method a function. Names are unique in an app, whatever their case.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FunctionAttribute(string name) : Attribute
{
    /// <summary>A letter, then up to 127 letters, digits, `_` or `-`.</summary>
    public string Name { get; } = name;
}
