using AgentFunctions.Domain.Directory;
using AgentFunctions.Hosting;
using AgentFunctions.Security;

namespace AgentFunctions.Delegations;

/// <summary>
/// Who may lend what a person has, and see what was lent: that person, or who administers policy. Never a governed
/// agent, whoever stands behind it: it would lend itself its user's rights.
/// </summary>
internal sealed class DelegationAccess(GovernedAgents agents)
{
    /// <returns>Why the caller may not lend or withdraw; null when they may.</returns>
    public async Task<Problem?> RefuseWriteAsync(Caller caller, PersonId delegator, CancellationToken cancellationToken) =>
        RefuseStranger(caller, delegator, Role.PolicyWrite) ?? await RefuseAgentAsync(caller, cancellationToken);

    /// <returns>Why the caller may not read; null when they may.</returns>
    public async Task<Problem?> RefuseReadAsync(Caller caller, PersonId delegator, CancellationToken cancellationToken) =>
        caller.HasAny(Role.PolicyRead)
            ? null
            : RefuseStranger(caller, delegator, Role.PolicyRead) ?? await RefuseAgentAsync(caller, cancellationToken);

    private static Problem? RefuseStranger(Caller caller, PersonId delegator, Role role) =>
        caller.HasAny(role) || (caller.IsDelegated && caller.Person == delegator)
            ? null
            : new Problem(ProblemCode.RoleMissing, $"needs role {string.Join(" or ", RoleNames.Print(role))}, or a token of the person's own");

    private async Task<Problem?> RefuseAgentAsync(Caller caller, CancellationToken cancellationToken) =>
        await agents.IsGovernedAsync(caller.ClientId, cancellationToken) ? new Problem(ProblemCode.AgentNotAccepted) : null;
}
