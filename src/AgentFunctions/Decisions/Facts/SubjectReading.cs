using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Domain.Directory;

namespace AgentFunctions.Decisions.Facts;

/// <summary>A subject that is no agent, and the version of its entitlements that its row named.</summary>
internal sealed record SubjectReading(SubjectFacts Facts, long EntitlementsVersion)
{
    public static SubjectReading None { get; } = new(new SubjectFacts(AttributeMap.Empty, Person.Unseen(PersonId.Nobody)), 0);
}
