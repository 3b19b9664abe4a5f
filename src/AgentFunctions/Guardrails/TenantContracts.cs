using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Guardrails;
using AgentFunctions.Hosting;
using static AgentFunctions.Hosting.DocumentMembers;

namespace AgentFunctions.Guardrails;

/// <summary>The tenant on the wire.</summary>
internal static class TenantContracts
{
    private const string NeedsEntitlements = "delegator_needs_entitlements";
    private const string GraceDays = "deputy_grace_days";
    private const string MaxAgeMinutes = "directory_max_age_minutes";

    /// <summary>What is left out gets its default; the switch has its own two calls.</summary>
    public static BodyOutcome<TenantSettings> ReadSettings(AttributeMap document)
    {
        var defaults = TenantRow.Absent.Tenant;
        if (RefuseOthers(document, NeedsEntitlements, GraceDays, MaxAgeMinutes) is { } unknown)
        {
            return new BodyOutcome<TenantSettings>.Refused(unknown);
        }

        if (!TryReadFlag(document, NeedsEntitlements, defaults.DelegatorNeedsEntitlements, out var needsEntitlements))
        {
            return Refused<TenantSettings>(NeedsEntitlements, "must be true or false");
        }

        if (!TryReadNumber(document, GraceDays, 0, 90, defaults.DeputyGraceDays, out var graceDays))
        {
            return Refused<TenantSettings>(GraceDays, "must be a whole number from 0 to 90");
        }

        return TryReadNumber(document, MaxAgeMinutes, 5, 1440, defaults.DirectoryMaxAgeMinutes, out var maxAgeMinutes)
            ? new BodyOutcome<TenantSettings>.Accepted(new(needsEntitlements, graceDays, maxAgeMinutes))
            : Refused<TenantSettings>(MaxAgeMinutes, "must be a whole number from 5 to 1440");
    }

    public static AttributeMap Print(Tenant tenant) => AttributeObject.Of(
        ("switch", AttributeObject.Text(WireName.Of(tenant.Switch))),
        (NeedsEntitlements, new AttributeValue.Flag(tenant.DelegatorNeedsEntitlements)),
        (GraceDays, AttributeObject.Number(tenant.DeputyGraceDays)),
        (MaxAgeMinutes, AttributeObject.Number(tenant.DirectoryMaxAgeMinutes)),
        ("guardrails_version", AttributeObject.Number(tenant.GuardrailsVersion))).Members;

    private static bool TryReadFlag(AttributeMap document, string name, bool otherwise, out bool flag)
    {
        flag = otherwise;
        if (!document.TryGet(name, out var value))
        {
            return true;
        }

        flag = value is AttributeValue.Flag { Value: true };
        return value is AttributeValue.Flag;
    }

    private static bool TryReadNumber(AttributeMap document, string name, int min, int max, int otherwise, out int number)
    {
        number = otherwise;
        if (!document.TryGet(name, out var value))
        {
            return true;
        }

        if (value is not AttributeValue.Number { Value: var sent } || sent < min || sent > max || sent != Math.Floor(sent))
        {
            return false;
        }

        number = (int)sent;
        return true;
    }

    private static BodyOutcome<T>.Refused Refused<T>(string name, string why) => new(DocumentProblem.Of($"/{name}", why));
}
