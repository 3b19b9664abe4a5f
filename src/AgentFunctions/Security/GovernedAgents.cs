namespace AgentFunctions.Security;

/// <summary>Knows which clients are governed agents, by a point read of the registry: fresh at every question.</summary>
/// <param name="isGoverned">True when an agent of that client id is registered, whatever its status.</param>
internal sealed class GovernedAgents(Func<string, CancellationToken, ValueTask<bool>> isGoverned)
{
    /// <summary>A fault of the registry is thrown on: who cannot be told from an agent is not let in.</summary>
    public ValueTask<bool> IsGovernedAsync(string clientId, CancellationToken cancellationToken) =>
        isGoverned(clientId, cancellationToken);
}
