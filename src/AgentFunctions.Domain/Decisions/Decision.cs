using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Domain.Decisions;

/// <summary>The answer, with everything that led to it. Only <see cref="Allow"/> lets the act happen.</summary>
/// <param name="Factors">What each factor said.</param>
/// <param name="Reasons">In the order of <see cref="Factor"/>, then of the chain, then of <see cref="ReasonCode"/>.</param>
/// <param name="Matched">The rules that applied, in the order of their ids; beyond <see cref="MaxMatched"/> only the narrowest.</param>
/// <param name="Obligations">Those of all rules that applied and whose effect is the outcome, in the order of their ids, each once.</param>
public abstract record Decision(
    FactorEffects Factors,
    IReadOnlyList<Reason> Reasons,
    IReadOnlyList<MatchedRule> Matched,
    IReadOnlyList<Obligation> Obligations)
{
    /// <summary>How many rules an answer names.</summary>
    public const int MaxMatched = 64;

    public sealed record Allow(
        FactorEffects Factors,
        IReadOnlyList<Reason> Reasons,
        IReadOnlyList<MatchedRule> Matched,
        IReadOnlyList<Obligation> Obligations) : Decision(Factors, Reasons, Matched, Obligations);

    /// <summary>A denial that a person can lift.</summary>
    public sealed record Challenge(
        FactorEffects Factors,
        IReadOnlyList<Reason> Reasons,
        IReadOnlyList<MatchedRule> Matched,
        IReadOnlyList<Obligation> Obligations) : Decision(Factors, Reasons, Matched, Obligations);

    public sealed record Deny(
        FactorEffects Factors,
        IReadOnlyList<Reason> Reasons,
        IReadOnlyList<MatchedRule> Matched,
        IReadOnlyList<Obligation> Obligations) : Decision(Factors, Reasons, Matched, Obligations);
}
