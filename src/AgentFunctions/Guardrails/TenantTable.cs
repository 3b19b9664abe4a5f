using AgentFunctions.Hosting.Storage.Versions;

namespace AgentFunctions.Guardrails;

/// <summary>The tenant's one partition: its row (switch, settings, the guardrails' version), the guardrails, and the changes.</summary>
internal static class TenantTable
{
    public const string Partition = "tenant";
    public const string HeadKey = "tenant";

    public static RowFamily Guardrails { get; } = new("guardrail", HeadKey, "GuardrailsVersion");
}
