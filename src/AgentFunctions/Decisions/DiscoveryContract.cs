namespace AgentFunctions.Decisions;

/// <summary>Metadata of the decision point. What is not served has no member (AuthZEN 1.0 section 9.1.1).</summary>
/// <param name="PolicyDecisionPoint">The identifier: the address that the well-known path was put behind.</param>
internal sealed record DiscoveryContract(string PolicyDecisionPoint, string AccessEvaluationEndpoint, string AccessEvaluationsEndpoint);
