namespace AgentFunctions.Domain.Conditions;

/// <summary>What an attribute path can begin with. Only properties and context go on with member names.</summary>
internal enum AttributeRoot
{
    SubjectType,
    SubjectId,
    SubjectProperties,
    ActorType,
    ActorId,
    ActorProperties,
    ActionName,
    ActionProperties,
    ResourceType,
    ResourceId,
    ResourceProperties,
    Context,
    Route,
    Time,
}
