namespace AgentFunctions.Guardrails;

/// <summary>What an administrator sets for the tenant: the settings of its row, without its switch.</summary>
internal sealed record TenantSettings(bool DelegatorNeedsEntitlements, int DeputyGraceDays, int DirectoryMaxAgeMinutes);
