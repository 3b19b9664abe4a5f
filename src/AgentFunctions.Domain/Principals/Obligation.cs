using AgentFunctions.Domain.Attributes;

namespace AgentFunctions.Domain.Principals;

/// <summary>What the enforcement point must do for the decision to stand; one that it cannot do is a deny (AuthZEN Obligations).</summary>
public sealed record Obligation(string Id, AttributeMap Properties);
