using AgentFunctions.Domain.Attributes;

namespace AgentFunctions.Principals;

/// <summary>A document as it now is.</summary>
/// <param name="Version">Its entity tag; 0 once it is deleted.</param>
internal sealed record SavedRow(AttributeValue Document, long Version, bool IsNew);
