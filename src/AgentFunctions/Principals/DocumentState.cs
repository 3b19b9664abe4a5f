using AgentFunctions.Domain.Attributes;

namespace AgentFunctions.Principals;

/// <summary>A document as it is kept, without its version.</summary>
/// <param name="Version">1 or more.</param>
internal sealed record DocumentState(AttributeMap Document, long Version)
{
    /// <summary>As it is answered: its version is a member too.</summary>
    public AttributeValue ToAnswer() => new AttributeValue.Map(Document.With("version", AttributeObject.Number(Version)));
}
