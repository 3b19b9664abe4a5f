using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Conditions;

namespace AgentFunctions.Domain.Decisions;

/// <summary>A value that a condition may have read: evidence, since arguments themselves are recorded as a digest only.</summary>
public sealed record AttributeReading(AttributePath Path, AttributeValue Value);
