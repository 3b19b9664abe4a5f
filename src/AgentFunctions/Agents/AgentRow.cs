using AgentFunctions.Domain.Agents;

namespace AgentFunctions.Agents;

/// <summary>An agent as it is registered.</summary>
/// <param name="Name">For people to read, 1 to 256 characters; empty where nobody gave one. Decides nothing.</param>
/// <param name="Version">1 for the first registration, one more with every change.</param>
internal sealed record AgentRow(Agent Agent, string Name, long Version);
