namespace AgentFunctions.Decisions;

/// <summary>How several evaluations go on after each other (AuthZEN 1.0 section 7.1.2.1).</summary>
internal enum EvaluationsSemantic
{
    ExecuteAll,
    DenyOnFirstDeny,
    PermitOnFirstPermit,
}
