using AgentFunctions.Domain.Guardrails;
using Azure.Data.Tables;

namespace AgentFunctions.Guardrails;

/// <summary>
/// What the tenant's row says. A tenant of which nothing was written is suspended: else whoever removes the row would
/// remove every guardrail. The first `PUT /tenant`, or a resume, puts it into service.
/// </summary>
/// <param name="SettingsVersion">0 until settings or the switch were written; one more with every change of either.</param>
internal sealed record TenantRow(Tenant Tenant, long SettingsVersion)
{
    public const string VersionColumn = nameof(SettingsVersion);

    public static TenantRow Absent { get; } = new(new Tenant { Switch = TenantSwitch.Suspended, GuardrailsVersion = 0 }, 0);

    public static TenantRow Read(TableEntity head)
    {
        var absent = Absent.Tenant;
        return new(
            new Tenant
            {
                Switch = (TenantSwitch)(head.GetInt32(nameof(Tenant.Switch)) ?? (int)absent.Switch),
                GuardrailsVersion = head.GetInt64(TenantTable.Guardrails.VersionColumn) ?? 0,
                DelegatorNeedsEntitlements = head.GetBoolean(nameof(Tenant.DelegatorNeedsEntitlements)) ?? absent.DelegatorNeedsEntitlements,
                DeputyGraceDays = head.GetInt32(nameof(Tenant.DeputyGraceDays)) ?? absent.DeputyGraceDays,
                DirectoryMaxAgeMinutes = head.GetInt32(nameof(Tenant.DirectoryMaxAgeMinutes)) ?? absent.DirectoryMaxAgeMinutes,
            },
            head.GetInt64(VersionColumn) ?? 0);
    }

    /// <summary>The columns that hold it, without the guardrails' version.</summary>
    public IReadOnlyDictionary<string, object> ToColumns() => new Dictionary<string, object>(StringComparer.Ordinal)
    {
        [nameof(Tenant.Switch)] = (int)Tenant.Switch,
        [nameof(Tenant.DelegatorNeedsEntitlements)] = Tenant.DelegatorNeedsEntitlements,
        [nameof(Tenant.DeputyGraceDays)] = Tenant.DeputyGraceDays,
        [nameof(Tenant.DirectoryMaxAgeMinutes)] = Tenant.DirectoryMaxAgeMinutes,
        [VersionColumn] = SettingsVersion,
    };
}
