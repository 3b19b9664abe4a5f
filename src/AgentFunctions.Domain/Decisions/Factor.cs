namespace AgentFunctions.Domain.Decisions;

/// <summary>What has a say in a decision, in the order in which reasons are given. Every one must say yes.</summary>
public enum Factor
{
    Tenant,
    Caller,
    Agent,
    Owner,
    Deputy,
    Delegator,
    Subject,
    Entitlements,
    Guardrails,
    Autonomy,
}
