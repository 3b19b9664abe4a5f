namespace AgentFunctions.Domain.Attributes;

/// <summary>The first fault in some JSON, with its pointer growing at the front as the callers return.</summary>
internal readonly record struct JsonRefusal(string Pointer, string Why)
{
    public static JsonRefusal None { get; } = new(string.Empty, string.Empty);

    public static JsonRefusal Here(string why) => new(string.Empty, why);

    public JsonRefusal Under(string segment) => this with { Pointer = $"/{JsonPointer.Escape(segment)}{Pointer}" };
}
