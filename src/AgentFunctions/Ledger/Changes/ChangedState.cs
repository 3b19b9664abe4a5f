using AgentFunctions.Domain.Attributes;

namespace AgentFunctions.Ledger.Changes;

/// <summary>What the target was before a change, or is after it.</summary>
internal abstract record ChangedState
{
    /// <summary>In bytes of canonical JSON: two of them and the rest fit in an entry of 32 KiB.</summary>
    public const int MaxDocumentBytes = 14 << 10;

    private ChangedState()
    {
    }

    public static ChangedState Nothing { get; } = new Absent();

    /// <summary>It does not exist.</summary>
    internal sealed record Absent : ChangedState;

    /// <param name="Value">At most <see cref="MaxDocumentBytes"/>; what is larger is refused where it is parsed.</param>
    internal sealed record Document(AttributeMap Value) : ChangedState;

    /// <summary>A set too large to repeat, and the document that goes with it.</summary>
    /// <param name="Sha256">Of its canonical form, 64 lower-case hex digits.</param>
    /// <param name="Count">Its rows.</param>
    /// <param name="Value">At most <see cref="MaxDocumentBytes"/>.</param>
    internal sealed record Digest(string Sha256, int Count, AttributeMap Value) : ChangedState;

    internal AttributeValue ToValue() => this switch
    {
        Document document => new AttributeValue.Map(document.Value),
        Digest digest => AttributeObject.Of(
            ("sha256", AttributeObject.Text(digest.Sha256)),
            ("count", AttributeObject.Number(digest.Count)),
            ("properties", new AttributeValue.Map(digest.Value))),
        _ => AttributeValue.Null,
    };
}
