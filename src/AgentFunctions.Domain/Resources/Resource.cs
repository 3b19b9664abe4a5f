using AgentFunctions.Domain.Attributes;

namespace AgentFunctions.Domain.Resources;

/// <summary>A registered resource. Its properties win over those that a request claims.</summary>
public sealed record Resource
{
    public required ResourceId Id { get; init; }

    public required Sensitivity Sensitivity { get; init; }

    public AttributeMap Properties { get; init; } = AttributeMap.Empty;
}
