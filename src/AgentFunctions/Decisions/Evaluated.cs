using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Decisions;
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

    /// <summary>A decision that is not yet in the ledger, and must not be heard before it is.</summary>
    /// <param name="Printed">The decision as the answer and the ledger say it.</param>
    /// <param name="PolicyVersion">See <see cref="Domain.Decisions.PolicyVersion"/>.</param>
    /// <param name="Digest">See <see cref="ActDigest"/>.</param>
    internal sealed record Judged(Decision Decision, AttributeValue.Map Printed, string PolicyVersion, string Digest);
}
