using AgentFunctions.Hosting.Storage;
using AgentFunctions.Hosting.Storage.Versions;
using AgentFunctions.Ledger.Changes;
using AgentFunctions.Principals;

namespace AgentFunctions.Guardrails;

/// <summary>Says, for a guardrail, where it is.</summary>
internal sealed class GuardrailTargets(Tables tables)
{
    public VersionedRows Rows { get; } = new(tables[TableNames.Tenant], TenantTable.Guardrails);

    public RowTarget Of(string guardrailId) => new()
    {
        Rows = Rows,
        Partition = TenantTable.Partition,
        RowId = guardrailId,
        Target = new ChangeTarget("guardrail", new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = guardrailId }),
    };
}
