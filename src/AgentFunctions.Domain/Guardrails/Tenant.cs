namespace AgentFunctions.Domain.Guardrails;

/// <summary>The tenant's own row: the switch, the guardrails' version, and the settings that decisions depend on.</summary>
public sealed record Tenant
{
    public required TenantSwitch Switch { get; init; }

    /// <summary>Version of the guardrails; 0 before the first one.</summary>
    public required long GuardrailsVersion { get; init; }

    /// <summary>Whether a delegator needs entitlements of their own for what an agent does for them.</summary>
    public bool DelegatorNeedsEntitlements { get; init; }

    /// <summary>How long decisions go on without a living deputy, in whole days (0-90, default 14).</summary>
    public int DeputyGraceDays { get; init; } = 14;

    /// <summary>How old a directory's word on a person may be, in whole minutes (5-1440, default 60).</summary>
    public int DirectoryMaxAgeMinutes { get; init; } = 60;
}
