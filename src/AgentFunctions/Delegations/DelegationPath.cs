using AgentFunctions.Domain.Agents;
using AgentFunctions.Domain.Directory;

namespace AgentFunctions.Delegations;

/// <summary>Names a delegation: who lends, and to which agent.</summary>
internal sealed record DelegationPath(PersonId Delegator, AgentId Agent);
