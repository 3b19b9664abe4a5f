namespace AgentFunctions.Domain.Agents;

/// <summary>Where an agent stands in its life. Only an active one may act.</summary>
public enum AgentStatus
{
    Proposed,
    Active,
    Suspended,
    Retired,
}
