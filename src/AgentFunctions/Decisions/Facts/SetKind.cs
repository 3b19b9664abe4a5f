namespace AgentFunctions.Decisions.Facts;

internal enum SetKind
{
    Entitlements,
    Guardrails,
}
