using AgentFunctions.Domain.Attributes;
using AgentFunctions.Hosting;
using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Guardrails;

/// <summary>Reads the tenant's switch and settings.</summary>
internal sealed class ReadTenant(GuardrailTargets targets)
{
    public async Task<IResult> RunAsync(CancellationToken cancellationToken)
    {
        var head = await targets.Rows.ReadHeadAsync(TenantTable.Partition, cancellationToken);
        var row = head.Exists ? TenantRow.Read(head.Columns) : TenantRow.Absent;
        return DocumentAnswer.Ok(new AttributeValue.Map(TenantContracts.Print(row.Tenant)), row.SettingsVersion);
    }
}
