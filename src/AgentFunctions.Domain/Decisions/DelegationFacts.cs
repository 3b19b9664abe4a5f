using AgentFunctions.Domain.Delegations;

namespace AgentFunctions.Domain.Decisions;

public abstract record DelegationFacts
{
    private DelegationFacts()
    {
    }

    public static DelegationFacts None { get; } = new Missing();

    public sealed record Missing : DelegationFacts;

    public sealed record Lent(Delegation Delegation) : DelegationFacts;
}
