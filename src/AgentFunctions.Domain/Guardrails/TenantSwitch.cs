namespace AgentFunctions.Domain.Guardrails;

public enum TenantSwitch
{
    /// <summary>Every decision is deny.</summary>
    Suspended = 0,
    Active = 1,
}
