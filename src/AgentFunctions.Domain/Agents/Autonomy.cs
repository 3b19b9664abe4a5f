namespace AgentFunctions.Domain.Agents;

/// <summary>How much an agent may do without asking a person: see the autonomy gate in docs/architecture.md.</summary>
public enum Autonomy
{
    None,
    Low,
    Medium,
    High,
}
