using AgentFunctions.Domain.Directory;
using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Domain.Decisions;

/// <summary>What is known of the delegator.</summary>
public abstract record DelegatorFacts
{
    private DelegatorFacts()
    {
    }

    public static DelegatorFacts None { get; } = new NotInvolved();

    public sealed record NotInvolved : DelegatorFacts;

    /// <param name="Person">Their standing.</param>
    /// <param name="Delegation">What they lend to the farthest agent of the chain.</param>
    /// <param name="Entitlements">Their own; looked at only where the tenant says so.</param>
    public sealed record Involved(Person Person, DelegationFacts Delegation, CompiledEntitlements Entitlements) : DelegatorFacts;
}
