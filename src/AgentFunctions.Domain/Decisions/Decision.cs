using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Domain.Decisions;

/// <summary>The answer, with everything that led to it. Only <see cref="Allow"/> lets the act happen.</summary>
/// <param name="Factors">What each factor said.</param>
/// <param name="Reasons">In the order of <see cref="Factor"/>, then of the chain, then of <see cref="ReasonCode"/>.</param>
/// <param name="Matched">The rules that decided, in the order of their ids.</param>
/// <param name="Obligations">Those of the matched rules whose effect is the outcome.</param>
public abstract record Decision(
    FactorEffects Factors,
    IReadOnlyList<Reason> Reasons,
    IReadOnlyList<MatchedRule> Matched,
    IReadOnlyList<Obligation> Obligations)
{
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
