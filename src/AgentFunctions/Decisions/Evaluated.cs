using AgentFunctions.Domain.Ledger;
using AgentFunctions.Hosting;

namespace AgentFunctions.Decisions;

/// <summary>What came of one evaluation.</summary>
internal abstract record Evaluated
{
    private Evaluated()
    {
    }

    /// <summary>Decided, and in the ledger.</summary>
    internal sealed record Decided(Judged Judged, EvaluationId Id) : Evaluated;

    /// <summary>Not decided: by itself a deny.</summary>
    internal sealed record Refused(Problem Problem) : Evaluated;
}
