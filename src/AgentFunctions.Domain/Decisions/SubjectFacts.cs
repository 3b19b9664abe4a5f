using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Directory;

namespace AgentFunctions.Domain.Decisions;

/// <summary>What is known of the AuthZEN subject where it is not an agent.</summary>
/// <param name="Properties">Registered properties; they win over those that the request claims.</param>
/// <param name="Person">Their standing where the subject is a person; <see cref="Directory.Person.Unseen"/> otherwise.</param>
public sealed record SubjectFacts(AttributeMap Properties, Person Person);
