using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Decisions;

namespace AgentFunctions.Decisions;

/// <summary>A decision that is not yet in the ledger, and must not be heard before it is.</summary>
/// <param name="Printed">The decision as the answer and the ledger say it.</param>
/// <param name="PolicyVersion">See <see cref="Domain.Decisions.PolicyVersion"/>.</param>
/// <param name="Digest">See <see cref="ActDigest"/>.</param>
internal sealed record Judged(Decision Decision, AttributeValue.Map Printed, string PolicyVersion, string Digest);
