using AgentFunctions.Contract.Tests.Deployments;

namespace AgentFunctions.Contract.Tests.Interop;

/// <summary>The API gateways's people and rules, loaded once.</summary>
public sealed class ApiGatewaysScenario(Deployment deployment) : IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await Scenario.LoadAsync(deployment.Administration, "api-gateways-policies.json");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
