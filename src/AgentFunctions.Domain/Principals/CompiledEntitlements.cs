namespace AgentFunctions.Domain.Principals;

/// <summary>
/// The entitlements of one principal (or the tenant's guardrails) at one version, ready to be matched. Immutable;
/// made once per version and shared by every decision that reads that version.
/// </summary>
public sealed class CompiledEntitlements
{
    private CompiledEntitlements(long version) => Version = version;

    /// <summary>Version 0: nobody has granted anything yet.</summary>
    public static CompiledEntitlements Empty { get; } = new(0);

    public long Version { get; }
}
