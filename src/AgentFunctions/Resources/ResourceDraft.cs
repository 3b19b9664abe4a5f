using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Resources;

namespace AgentFunctions.Resources;

/// <summary>What someone says of a resource.</summary>
internal sealed record ResourceDraft(Sensitivity Sensitivity, AttributeMap Properties);
