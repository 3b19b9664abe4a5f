namespace AgentFunctions.Domain.Resources;

public enum Sensitivity
{
    Low,
    Medium,
    High,
    Critical,
}
