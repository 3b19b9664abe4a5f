using AgentFunctions.Domain.Directory;

namespace AgentFunctions.Domain.Decisions;

/// <summary>For whom the agents act, and how far that is known.</summary>
public abstract record DelegatorClaim
{
    private DelegatorClaim()
    {
    }

    /// <summary>The agent acts for itself, or no agent is involved.</summary>
    public static DelegatorClaim None { get; } = new Nobody();

    public sealed record Nobody : DelegatorClaim;

    /// <summary>A delegated token or a trusted gateway says so.</summary>
    public sealed record Verified(PersonId Person) : DelegatorClaim;

    /// <summary>The agent itself says so: at best a challenge.</summary>
    public sealed record Asserted(PersonId Person) : DelegatorClaim;
}
