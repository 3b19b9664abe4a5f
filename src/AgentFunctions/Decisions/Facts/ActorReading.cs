using AgentFunctions.Domain.Decisions;

namespace AgentFunctions.Decisions.Facts;

/// <summary>An agent of the chain, and the version of its entitlements that the same row named.</summary>
internal sealed record ActorReading(ActorFacts Facts, long EntitlementsVersion);
