namespace AgentFunctions.Domain.Attributes;

/// <summary>What became of JSON that was to be understood: a value, or the place and the reason of the first fault.</summary>
public abstract record JsonParse<T>
{
    private JsonParse()
    {
    }

    /// <summary>Goes on with the value; what was refused stays refused.</summary>
    public abstract JsonParse<TOther> Then<TOther>(Func<T, JsonParse<TOther>> next);

    public sealed record Accepted(T Value) : JsonParse<T>
    {
        public override JsonParse<TOther> Then<TOther>(Func<T, JsonParse<TOther>> next) => next(Value);
    }

    /// <param name="Pointer">The offending member (RFC 6901); empty for the whole document.</param>
    /// <param name="Why">Completes the sentence that the pointer begins: "must be a text of 1 to 128 characters".</param>
    public sealed record Refused(string Pointer, string Why) : JsonParse<T>
    {
        public override JsonParse<TOther> Then<TOther>(Func<T, JsonParse<TOther>> next) => new JsonParse<TOther>.Refused(Pointer, Why);
    }
}
