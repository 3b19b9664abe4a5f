using AgentFunctions.Domain.Attributes;

namespace AgentFunctions.Domain.Principals;

/// <summary>What the enforcement point must do for the decision to stand; one that it cannot do is a deny (AuthZEN Obligations).</summary>
/// <param name="Id">Unique within an answer: 1 to 128 characters.</param>
/// <param name="Type">What is to be done (AuthZEN Obligations section 3): 1 to 64 characters.</param>
public sealed record Obligation(string Id, string Type, AttributeMap Properties);
